package tillbook.diagnosis.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.journal.search.SearchProblem;
import tillbook.journal.tape.Reading;
import tillbook.payment.ProbeAnswer;
import tillbook.printing.engine.PrinterLook;
import tillbook.settings.KeyProblem;
import tillbook.settings.OwnerLock;
import tillbook.settings.SettingsAnswer;

/**
 * What the checks reach of the world: the running register supplies it, the doctor where none runs, and tests. What is
 * empty is not there to be looked at, and the check says so. Every probe is safe from any thread, ends soon after its
 * thread is interrupted, and changes nothing that lasts.
 */
public interface Probes {
    NetworkProbe network();

    /** Empty where scan-pay is switched off or cannot be set up; why says {@link #settings()}. */
    Optional<ProviderProbe> provider();

    /** Empty where it cannot be known what is open. */
    Optional<RegisterProbe> register();

    /** Empty where the settings name no printer; where they cannot be read there is one that is not known. */
    Optional<PrinterProbe> printer();

    Optional<ScannerProbe> scanner();

    SettingsProbe settings();

    OwnerProbe owner();

    DiskProbe disk();

    /** Empty where nothing was ever written. */
    Optional<JournalProbe> journal();

    /** The machine's network. */
    interface NetworkProbe {
        /**
         * Every interface but the loopback one.
         *
         * @throws IOException if the system does not tell
         */
        List<Link> links() throws IOException;

        /** Where packets for the world go. */
        Route route();

        /** Whether a host answers at all, in whatever way, within this time. */
        boolean answers(InetAddress host, int withinMs) throws InterruptedException;

        /** Addresses of hosts far away that belong to different owners; asked for a connection and told nothing. */
        List<InetSocketAddress> farHosts();
    }

    /**
     * One network interface. Immutable.
     *
     * @param name as the system has it: {@code eth0}
     * @param up switched on, and with a carrier
     * @param usable with an address that is not merely link-local
     * @param address one of its addresses, the usable one if there is one; empty if it has none
     */
    record Link(String name, boolean up, boolean usable, String address) {}

    /** The way out of the shop's own network. */
    sealed interface Route {
        /** Through this router. */
        record Via(InetAddress gateway) implements Route {}

        /** Straight out of an interface, without a router's address. */
        record Direct(String link) implements Route {}

        record None() implements Route {}

        /** This system does not tell. */
        record Unknown() implements Route {}
    }

    /** The scan-pay provider. */
    interface ProviderProbe {
        /** Name or address. */
        String host();

        int port();

        boolean tls();

        /**
         * Resolves {@link #host()} anew.
         *
         * @throws UnknownHostException if no name server knows it
         */
        default InetSocketAddress address() throws UnknownHostException {
            return new InetSocketAddress(InetAddress.getByName(host()), port());
        }

        /** Asks, signed, for an order number that nobody has used. Blocks for as long as the provider's time-outs. */
        ProbeAnswer probe();
    }

    /** What the register knows. */
    interface RegisterProbe {
        /** What is open now. */
        Situation situation();

        /**
         * Whether the last process that worked on the data, not counting this one, ended without saying goodbye; empty if
         * that is not known, as of one that is still at work and does not answer.
         */
        Optional<Boolean> endedUncleanly();
    }

    /** The printer that the settings name. */
    interface PrinterProbe {
        /** Whether it is known which printer it is: not where the settings that name it do not hold. */
        default boolean isKnown() {
            return true;
        }

        /** For a person: {@code tcp 192.168.1.50:9100}. */
        String place();

        /** Whether receipts are printed by themselves; true where the settings cannot be read. */
        boolean automatic();

        /** How it is, without printing anything. */
        PrinterLook look();

        /** The model that is attached, where it is another one than the settings name; empty if it fits or is not known. */
        default Optional<String> another() {
            return Optional.empty();
        }
    }

    /** The scanner. */
    interface ScannerProbe {
        /** Whether it is attached; empty if that cannot be known, as of one that types like a keyboard. */
        Optional<Boolean> present();

        /** Null if nothing was scanned since the start. */
        @Nullable
        Instant lastScan();

        /** How many of the newest scans there are to judge by. */
        int recentScans();

        /** How many of those were refused: check digit, length, form. */
        int recentRefused();

        /** The device that is attached, where it is another one than the settings name; empty if it fits or is not known. */
        default Optional<String> another() {
            return Optional.empty();
        }
    }

    /** {@code settings.toml} and the keys. */
    interface SettingsProbe {
        SettingsAnswer read();

        /** Why the merchant's keys cannot be used; empty if they can, or are not needed. */
        Optional<KeyProblem> keys();
    }

    /** Who works on the data. */
    interface OwnerProbe {
        /** Another process that holds the data, or a part of it; empty if none does. */
        Optional<OwnerLock.Owner> another();
    }

    /** The disk under the data. */
    interface DiskProbe {
        Path folder();

        long usableBytes() throws IOException;

        /**
         * Writes a little, forces it, and takes it away again.
         *
         * @return how long that took, ms
         */
        long writeMs() throws IOException;
    }

    /** The tape and its searchable copy. */
    interface JournalProbe {
        /** Verifies the end of the tape. */
        Reading tail();

        /** What is wrong with the searchable copy; empty if nothing is. */
        Optional<SearchProblem> copy();

        /** How many records the copy was made anew from when the register was opened; 0 if it was sound. */
        long rebuiltAtStart();
    }
}
