package tillbook.hardware.hid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a device says of its input reports: where in them which usage stands (HID 1.11, section 6.2.2). Immutable.
 *
 * <p>Reads whatever comes: what makes no sense is passed over, as a device cannot be asked to say it better.
 */
public final class ReportDescriptor {
    /** A device that declares more is not believed. */
    static final int FIELDS_MAX = 8_192;

    /** Page of barcode scanners, usage of one (HID Point of Sale Usage Tables 1.02). */
    private static final int BARCODE_SCANNER = 0x8C0002;

    private final List<ReportField> fields;
    private final List<Integer> applications;

    private ReportDescriptor(List<ReportField> fields, List<Integer> applications) {
        this.fields = List.copyOf(fields);
        this.applications = List.copyOf(applications);
    }

    /** Reads a descriptor as the device sends it. */
    public static ReportDescriptor of(byte[] bytes) {
        Reading reading = new Reading(bytes);
        reading.readAll();
        return new ReportDescriptor(reading.fields, reading.applications);
    }

    /** Whether it is a barcode scanner by its own word. */
    public boolean isBarcodeScanner() {
        return applications.contains(BARCODE_SCANNER);
    }

    /** Whether every report begins with its number. */
    boolean hasReportIds() {
        return fields.stream().anyMatch(field -> field.reportId() != 0);
    }

    /** The values of input reports, in the order of their bits. */
    List<ReportField> fields() {
        return fields;
    }

    /** What stays as it is until it is said anew. */
    private record Global(int page, int size, int count, int reportId) {}

    private static final class Reading {
        private static final int LONG_ITEM = 0xFE;
        /** No report is longer, so a place behind it is never read. */
        private static final long REPORT_BITS_MAX = 1 << 20;

        private static final int VARIABLE_BITS_MAX = 32;
        private static final int CONSTANT = 1;
        private static final int APPLICATION = 1;

        private final byte[] bytes;
        private final List<ReportField> fields = new ArrayList<>();
        private final List<Integer> applications = new ArrayList<>();
        private final Map<Integer, Integer> bitsOfReport = new HashMap<>();
        private final Deque<Global> pushed = new ArrayDeque<>();
        private final List<Integer> usages = new ArrayList<>();
        private Global global = new Global(0, 0, 0, 0);
        private int usageFirst;
        private int at;

        Reading(byte[] bytes) {
            this.bytes = bytes;
        }

        void readAll() {
            while (at < bytes.length) {
                int head = bytes[at++] & 0xFF;
                if (head == LONG_ITEM) at += 2 + (at < bytes.length ? bytes[at] & 0xFF : 0);
                else item(head & 0xFC, head & 3);
            }
        }

        /** A length of 3 stands for four bytes. */
        private void item(int tag, int length) {
            int size = length == 3 ? 4 : length;
            int value = 0;
            for (int i = 0; i < size && at + i < bytes.length; i++) value |= (bytes[at + i] & 0xFF) << (8 * i);
            at += size;
            switch (tag) {
                case 0x80 -> input(value);
                case 0xA0 -> collection(value);
                case 0x90, 0xB0, 0xC0 -> endOfItem();
                case 0x04 -> global = new Global(value, global.size, global.count, global.reportId);
                case 0x74 -> global = new Global(global.page, value & 0xFFF, global.count, global.reportId);
                case 0x94 -> global = new Global(global.page, global.size, value & 0xFFFF, global.reportId);
                case 0x84 -> global = new Global(global.page, global.size, global.count, value);
                case 0xA4 -> pushed.push(global);
                case 0xB4 -> global = pushed.isEmpty() ? global : pushed.pop();
                case 0x08 -> usages.add(usage(value, size));
                case 0x18 -> usageFirst = usage(value, size);
                case 0x28 -> usagesTo(usage(value, size));
                default -> {}
            }
        }

        /** A usage of four bytes brings its page along. */
        private int usage(int value, int size) {
            return size == 4 ? value : (global.page << 16) | value;
        }

        private void usagesTo(int last) {
            for (int usage = usageFirst; usage <= last && usages.size() < FIELDS_MAX; usage++) usages.add(usage);
        }

        private void collection(int kind) {
            if (kind == APPLICATION && !usages.isEmpty()) applications.add(usages.getFirst());
            endOfItem();
        }

        private void input(int flags) {
            int first = bitsOfReport.getOrDefault(global.reportId, 0);
            boolean named = (flags & CONSTANT) == 0 && !usages.isEmpty() && global.size <= VARIABLE_BITS_MAX;
            for (int i = 0; named && i < global.count && fields.size() < FIELDS_MAX; i++) {
                // The last usage stands for all values that have none of their own.
                int usage = usages.get(Math.min(i, usages.size() - 1));
                fields.add(new ReportField(global.reportId, first + i * global.size, global.size, usage));
            }
            bitsOfReport.put(
                    global.reportId, (int) Math.min(REPORT_BITS_MAX, first + (long) global.count * global.size));
            endOfItem();
        }

        private void endOfItem() {
            usages.clear();
            usageFirst = 0;
        }
    }
}
