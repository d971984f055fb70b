package tillbook.desktop.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import tillbook.bench.Benchmark;
import tillbook.bench.Figure;
import tillbook.bench.Row;
import tillbook.bench.Turns;
import tillbook.bench.Verdict;
import tillbook.desktop.diagnosis.screen.Clinic;
import tillbook.diagnosis.Listener;
import tillbook.diagnosis.cause.Symptom;
import tillbook.diagnosis.check.CheckAnswer;

/**
 * Proves that looking for a trouble troubles nobody: a frame of the real checkout while every check runs again and again,
 * beside one while none does; and that a whole examination ends soon, also when the provider never answers. It would lie
 * if the checks ended at once and the frames were measured after them, so runs that ended meanwhile are counted; or if a
 * frame began with its pulse, so each begins at a moment drawn by chance.
 */
public final class WizardBeside implements Benchmark {
    private static final long FRAME_NANOS = TimeUnit.MICROSECONDS.toNanos(16_667);
    private static final double RATIO_MAX = 1.5;
    private static final double HEALTHY_MAX_MS = 3_000;
    private static final double SILENT_MAX_MS = 8_000;
    private static final int BLOCK = 20;
    private static final String SILENCE = "{\"trouble\":\"silence\",\"done\":false,\"call\":\"query\",\"times\":0}";

    private final SplittableRandom chance = new SplittableRandom(29);
    private final AtomicLong examinations = new AtomicLong();

    @Override
    public String name() {
        return "wizard-beside";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        try (MeasuredWindow window = MeasuredWindow.open(setting.at(name()), 1, null)) {
            Clinic clinic = Clinic.of(window.shop.till, _ -> false, fault -> {
                window.shop.faults.add(fault);
                return "F";
            });
            return List.of(frames(setting, window, clinic), examined(setting, window, clinic));
        }
    }

    // Frames.

    private Row frames(Setting setting, MeasuredWindow window, Clinic clinic) throws Exception {
        Label clock = (Label) MeasuredWindow.onFx(() -> window.scene().lookup("#clock"));
        Turns turns = Turns.measured(
                2,
                setting.either(6, 20),
                1,
                () -> whileExamining(clinic, () -> medianFrame(window, clock)),
                () -> medianFrame(window, clock));
        boolean met = turns.ratio() <= RATIO_MAX && examinations.get() > 0;
        return new Row(
                name(),
                "a frame of the checkout while every check runs, over and over",
                turns.candidate(),
                "the same while none runs",
                turns.beside(),
                turns.ratio(),
                "at most " + RATIO_MAX + " times",
                Verdict.of(met),
                examinations.get() + " examinations ended meanwhile");
    }

    private long whileExamining(Clinic clinic, Turns.Run frame) throws Exception {
        AtomicReference<@Nullable Exception> fault = new AtomicReference<>();
        Thread examining = Thread.ofPlatform().name("examining").start(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    clinic.examination().run(Symptom.EVERYTHING, new Listener() {});
                    examinations.incrementAndGet();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                fault.set(e);
            }
        });
        long nanos;
        try {
            nanos = frame.nanos();
        } finally {
            examining.interrupt();
            examining.join();
        }
        Exception why = fault.get();
        if (why != null) throw new IOException("the checks failed", why);
        return nanos;
    }

    private long medianFrame(MeasuredWindow window, Label clock) throws Exception {
        double[] all = new double[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            LockSupport.parkNanos(chance.nextLong(FRAME_NANOS));
            String text = "23:" + (10 + chance.nextInt(50));
            all[i] = MeasuredWindow.untilLaidOut(window.scene(), () -> clock.setText(text), () -> true);
        }
        return (long) Figure.median(all);
    }

    // Examinations.

    private Row examined(Setting setting, MeasuredWindow window, Clinic clinic) throws Exception {
        Turns turns = Turns.measured(
                1,
                setting.either(2, 5),
                1,
                () -> {
                    provider(window, HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(SILENCE)));
                    try {
                        return examination(clinic);
                    } finally {
                        provider(window, HttpRequest.newBuilder().DELETE());
                    }
                },
                () -> examination(clinic));
        boolean met = turns.candidate().p99() < SILENT_MAX_MS && turns.beside().p99() < HEALTHY_MAX_MS;
        return new Row(
                name(),
                "sixteen checks, the provider never answers",
                turns.candidate(),
                "sixteen checks, all is well",
                turns.beside(),
                turns.ratio(),
                "under 8 s, and under 3 s where all is well",
                Verdict.of(met),
                "each until its own deadline, all at once");
    }

    private static long examination(Clinic clinic) throws InterruptedException {
        AtomicLong answers = new AtomicLong();
        long from = System.nanoTime();
        clinic.examination().run(Symptom.EVERYTHING, new Listener() {
            @Override
            public void answered(CheckAnswer answer) {
                answers.incrementAndGet();
            }
        });
        long nanos = System.nanoTime() - from;
        if (answers.get() == 0) throw new IllegalStateException("nothing was checked");
        return nanos;
    }

    private static void provider(MeasuredWindow window, HttpRequest.Builder request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> said = http.send(
                    request.uri(window.shop.till.practiceAddress().orElseThrow().resolve("/practice/trouble"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (said.statusCode() != 200) throw new IOException(said.body());
        }
    }
}
