package tillbook.desktop.trouble;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A trouble that can be made to happen, by its code in the fault catalogue. */
public enum TroubleCode {
    NET_LINK(Group.NETWORK),
    NET_ADDR(Group.NETWORK),
    NET_DNS(Group.NETWORK),
    NET_FAR(Group.NETWORK),
    NET_SLOW(Group.NETWORK),
    NET_LOST(Group.NETWORK),
    PAY_WAIT(Group.PROVIDER),
    PAY_UNFINISHED(Group.PROVIDER),
    PAY_DOWN(Group.PROVIDER),
    PAY_KEY(Group.PROVIDER),
    PAY_CLOCK(Group.PROVIDER),
    PRN_GONE(Group.PRINTER),
    PRN_PAPER_OUT(Group.PRINTER),
    PRN_PAPER_LOW(Group.PRINTER),
    PRN_COVER(Group.PRINTER),
    PRN_MUTE(Group.PRINTER),
    PRN_DENIED(Group.PRINTER),
    OPR_NO_VOUCHER(Group.PRINTER),
    SCN_GONE(Group.SCANNER),
    SCN_BAD(Group.SCANNER),
    SET_PRINT_OFF(Group.SETTINGS),
    SET_PROVIDER(Group.SETTINGS),
    SET_DEVICE(Group.SETTINGS),
    SYS_DISK(Group.SYSTEM),
    SYS_CONFLICT(Group.SYSTEM),
    SYS_JOURNAL(Group.SYSTEM),
    /** Happens once: it ends the program, and the next start tells of it. */
    SYS_CRASH(Group.SYSTEM);

    /** What is disturbed. */
    public enum Group {
        NETWORK,
        PROVIDER,
        PRINTER,
        SCANNER,
        SETTINGS,
        SYSTEM;

        /** Its codes, in their order. */
        public List<TroubleCode> codes() {
            return Arrays.stream(TroubleCode.values())
                    .filter(each -> each.group == this)
                    .toList();
        }

        /** Names its sentence. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Group group;

    TroubleCode(Group group) {
        this.group = group;
    }

    /** What it disturbs. */
    public Group group() {
        return group;
    }

    /** As it stands in the catalogue: {@code NET-LINK}. */
    public String code() {
        return name().replace('_', '-');
    }

    /** Names its sentences and its button. */
    public String key() {
        return code().toLowerCase(Locale.ROOT);
    }

    /** Whether it happens once and cannot be switched off. */
    public boolean isOnce() {
        return this == SYS_CRASH;
    }

    /** The one with this code, in small or capital letters. */
    public static Optional<TroubleCode> of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equalsIgnoreCase(code))
                .findFirst();
    }
}
