package tillbook.desktop.checkout.screen;

import tillbook.catalog.Good;
import tillbook.desktop.diagnosis.Start;
import tillbook.register.Intent;
import tillbook.sale.Quantity;

/** Everything that a button of the checkout can do. Called on the drawing thread. */
interface Does {
    void wants(Intent intent);

    /** The second only once the first is done. */
    void wants(Intent first, Intent then);

    void open(Asking asking);

    /** Back to where things stand. */
    void back();

    /** The next customer: what is at the counter stays in the tray. */
    void nextCustomer();

    void payByScan();

    void payCash();

    void find();

    void quantity();

    void voidLine();

    void price();

    void discount();

    void hold();

    /** Goods that nobody knew: into the catalogue and onto the counter. */
    void addNew(String code, String price, String name);

    void take(Good good);

    void takeByHand(String code, Quantity quantity);

    /** Looks for goods while their name is typed. */
    void search(String query);

    /** Whether the first of what is being looked for shall be taken as soon as it is found. */
    void takeWhenFound(boolean takes);

    void confirmAmount();

    void chooseMeaning(int number);

    void deny();

    /** The notice at this place was read and is put away. */
    void understood(int place);

    void otherLanguage();

    void otherLook();

    /** The receipt of the sale that was paid last. */
    void lastReceipt();

    /** The journal in the place of the checkout, until the person comes back. */
    void journal();

    /** What a light stands for: the wizard at its place; the printer's panel first, which leads there, too. */
    void light(Light light);

    /** The wizard, which asks what the person sees. */
    void trouble();

    /** The wizard from here. */
    void trouble(Start start);

    /** A page that shows what the printer can do. */
    void testPage();

    /** Receipts go to this printer from the next opening on. */
    void usePrinter(String address);

    /** Plays each sound. */
    void playSounds();

    /** Says what is open, and asks. */
    void closeRegister();

    void closeNow();
}
