package tillbook.hardware.mock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tillbook.bench.Benchmark;
import tillbook.bench.Figure;
import tillbook.bench.Row;
import tillbook.bench.Verdict;

/**
 * Proves that our way to a USB printer costs little more than libusb itself: 64 KiB through the link of a printer beside one
 * bare call of libusb, on the mock bus. It would lie if the devices behind the bus were slow, so they take everything at
 * once.
 */
public final class UsbBytes implements Benchmark {
    private static final double RATIO_MAX = 1.5;

    @Override
    public String name() {
        return "usb-bytes";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        String missing = MockMachine.missing();
        if (!missing.isEmpty()) throw new NotHere(missing);
        Path folder = Files.createDirectories(setting.at(name()));
        Path figures = folder.resolve("figures");
        new MockMachine(folder)
                .run("tillbook.hardware.usb.UsbBytesRun", List.of(figures.toString(), "" + setting.either(20, 60)));
        double[] told = Files.readAllLines(figures).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        return List.of(new Row(
                name(),
                "64 KiB through the printer's link",
                new Figure(told[0], told[1], "ms"),
                "one call of libusb",
                new Figure(told[2], told[3], "ms"),
                told[4],
                "at most 1.5 times",
                Verdict.of(told[4] <= RATIO_MAX),
                "mock bus"));
    }
}
