package tillbook.desktop.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import tillbook.register.Refusal;
import tillbook.register.RegisterState;
import tillbook.register.Reply;

class InboxTest {
    private final Inbox inbox = new Inbox(RegisterState.NEW);

    @Test
    void anOutputThatStandsStillNeverHoldsTheRegisterBack() throws InterruptedException {
        for (int i = 0; i < Inbox.TURNS_MAX + 500; i++) inbox.committed(List.of(), RegisterState.NEW);
        inbox.replied(1, new Reply.Refused(Refusal.CLOSED, ""));
        int turns = 0;
        Inbox.Item item = inbox.next(0);
        while (item instanceof Inbox.Item.Turn) {
            turns++;
            item = inbox.next(0);
        }
        assertEquals(Inbox.TURNS_MAX, turns);
        assertInstanceOf(Inbox.Item.Replied.class, item, "a reply is never passed over");
        assertNull(inbox.next(0));
    }
}
