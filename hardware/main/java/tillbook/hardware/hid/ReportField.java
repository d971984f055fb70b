package tillbook.hardware.hid;

/**
 * One value in an input report. Immutable.
 *
 * @param reportId 0 where reports have none
 * @param firstBit from the first bit behind the report's id
 * @param bits 1–32
 * @param usage page in the upper half, usage in the lower: {@code 0x8C00FE}
 */
record ReportField(int reportId, int firstBit, int bits, int usage) {
    /** Its value in a report; 0 where the report is too short to hold it. */
    int in(byte[] report, int from, int count) {
        int value = 0;
        for (int bit = 0; bit < bits; bit++) {
            int at = firstBit + bit;
            int index = from + at / 8;
            if (index < count && ((report[index] >> (at % 8)) & 1) == 1) value |= 1 << bit;
        }
        return value;
    }
}
