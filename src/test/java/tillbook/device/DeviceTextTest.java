package tillbook.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tillbook.printing.PrinterFault;
import tillbook.printing.port.PortOpening;
import tillbook.scan.Symbology;

class DeviceTextTest {
    private static FoundDevice device(DeviceKind kind, Sureness sureness, Reach reach) {
        return new FoundDevice("usb:1:2@1-1", kind, "Maker", "Model", sureness, reach);
    }

    private static List<String> everySentence(Locale language) {
        DeviceText text = new DeviceText(language);
        List<String> all = new ArrayList<>();
        all.add(text.say(new HostStart.Running()));
        all.add(text.say(new HostStart.Without("libusb: OTHER")));
        for (DeviceKind kind : DeviceKind.values()) {
            for (Sureness sureness : Sureness.values()) {
                for (Reach reach : Reach.values()) all.add(text.say(device(kind, sureness, reach)));
            }
        }
        FoundDevice scanner = device(DeviceKind.SCANNER_POS, Sureness.KNOWN, Reach.FREE);
        for (ScannerFault fault : ScannerFault.values()) all.add(text.say(fault, scanner));
        all.add(text.say(new Teaching.Taken(scanner)));
        all.add(text.say(new Teaching.NoAnswer(List.of(scanner))));
        all.add(text.say(new Teaching.NobodyToAsk()));
        all.add(text.say(new Teaching.StillAsking()));
        return all;
    }

    @Test
    void everyStateHasASentenceInBothLanguages() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            for (String sentence : everySentence(language)) {
                assertFalse(sentence.contains("[device:") || sentence.contains("{"), sentence);
            }
        }
        assertEquals(
                everySentence(Locale.ENGLISH).size(),
                everySentence(Locale.SIMPLIFIED_CHINESE).size());
    }

    @Test
    void aRefusedDeviceTellsPlaceAndRemedy() {
        String sentence = new DeviceText(Locale.ENGLISH).say(device(DeviceKind.PRINTER, Sureness.KNOWN, Reach.DENIED));
        assertTrue(sentence.contains("Maker Model") && sentence.contains("usb:1:2@1-1"), sentence);
        assertTrue(sentence.contains("70-tillbook.rules"), sentence);
    }

    @Test
    void aKeyboardThatMayBeTheCashiersIsSaidToBeLeftAlone() {
        for (Reach reach : List.of(Reach.FREE, Reach.DENIED)) {
            FoundDevice keyboard = device(DeviceKind.SCANNER_KEYBOARD, Sureness.BY_CLASS, reach);
            assertTrue(new DeviceText(Locale.ENGLISH).say(keyboard).contains("Left to the computer"));
        }
    }

    @Test
    void aScanKeepsItsDigitsToItselfAndGivesThemToTheReader() {
        Scan scan =
                new Scan("134567890123456789", "]C0", device(DeviceKind.SCANNER_POS, Sureness.KNOWN, Reach.CLAIMED));
        assertFalse(scan.toString().contains("3456"), scan.toString());
        assertEquals("]C0134567890123456789", scan.asRead());
        assertEquals(Symbology.CODE_128, scan.symbology());
    }

    @Test
    void withoutDriversNothingIsFoundAndAPrinterIsAway() {
        try (DeviceHost host = new NoDevices()) {
            List<Teaching> answers = new ArrayList<>();
            host.teach("X", 1, answers::add);
            assertEquals(List.of(), host.found());
            assertEquals(List.of(new Teaching.NobodyToAsk()), answers);
            PortOpening.Failed failed = assertInstanceOf(
                    PortOpening.Failed.class, host.printer("usb:1:2:3").open());
            assertEquals(PrinterFault.GONE, failed.fault());
        }
    }
}
