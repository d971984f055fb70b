package tillbook.desktop.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {
    @TempDir
    private Path folder;

    private Path socket() {
        return folder.resolve("register.sock");
    }

    private static int echo(Request request, Consumer<Answer> out) {
        if (request.ask().equals("break")) throw new IllegalStateException("broken on purpose");
        for (int i = 1; i <= 3; i++) {
            out.accept(Answer.of("echo")
                    .with("number", i)
                    .with("language", request.language().toLanguageTag())
                    .text(request.arg("words").orElse("none") + "\nsecond line"));
        }
        return 1;
    }

    @Test
    void aRequestIsAnsweredLineByLineWithTheExitCodeAtTheEnd() throws IOException {
        List<Answer> heard = new ArrayList<>();
        Request request = new Request("echo", Locale.SIMPLIFIED_CHINESE, Map.of("words", "苹果 \"x\""));
        try (ControlServer _ = ControlServer.open(socket(), ControlTest::echo, Throwable::toString)) {
            assertEquals(OptionalInt.of(1), ControlClient.ask(socket(), request, heard::add));
        }
        assertEquals(3, heard.size());
        assertEquals("苹果 \"x\"\nsecond line", heard.getLast().text());
        assertEquals(Map.of("number", 3L, "language", "zh-CN"), heard.getLast().fields());
    }

    @Test
    void whereNobodyListensTheAnswerIsThatNobodyDoes() throws IOException {
        Request request = new Request("echo", Locale.ENGLISH, Map.of());
        assertEquals(OptionalInt.empty(), ControlClient.ask(socket(), request, _ -> {}));
        Files.writeString(socket(), "a file that a killed process left");
        assertEquals(OptionalInt.empty(), ControlClient.ask(socket(), request, _ -> {}));
    }

    @Test
    void aFileThatAKilledProcessLeftIsReplacedAndTheEndRemovesTheSocket() throws IOException {
        Files.writeString(socket(), "left over");
        try (ControlServer _ = ControlServer.open(socket(), ControlTest::echo, Throwable::toString)) {
            assertTrue(ControlClient.ask(socket(), new Request("echo", Locale.ENGLISH, Map.of()), _ -> {})
                    .isPresent());
        }
        assertFalse(Files.exists(socket()));
    }

    @Test
    void whatIsNoRequestIsToldSoAndTheServerGoesOn() throws IOException {
        try (ControlServer _ = ControlServer.open(socket(), ControlTest::echo, _ -> "SYS-BUG-1")) {
            for (String nonsense : List.of("", "hello", "{}", "[1]", "{\"ask\":7}", "{\"ask\":")) {
                String answer = raw(nonsense + "\n");
                assertTrue(answer.contains("WRONG_USE"), answer);
                assertTrue(answer.contains("\"exit\":2"), answer);
            }
            assertTrue(raw("{\"ask\":\"break\"}\n").contains("SYS-BUG-1"));
            assertTrue(raw("{\"ask\":\"echo\"}\n").contains("\"exit\":1"));
        }
    }

    @Test
    void aRequestWithoutEndIsCutOffAndTheServerGoesOn() throws IOException {
        try (ControlServer _ = ControlServer.open(socket(), ControlTest::echo, Throwable::toString)) {
            String answer;
            try {
                answer = raw("x".repeat(70_000));
            } catch (IOException brokenPipe) {
                answer = "";
            }
            assertFalse(answer.contains("\"exit\""), answer);
            assertTrue(raw("{\"ask\":\"echo\"}\n").contains("\"exit\":1"));
        }
    }

    @Test
    void moreCommandsAtOnceThanAFewAreSentAway() throws IOException {
        List<SocketChannel> atWork = new ArrayList<>();
        CountDownLatch mayEnd = new CountDownLatch(1);
        Desk busy = (request, out) -> {
            out.accept(Answer.of("begun").text(""));
            awaitUninterruptibly(mayEnd);
            return 0;
        };
        try (ControlServer _ = ControlServer.open(socket(), busy, Throwable::toString)) {
            for (int i = 0; i < 8; i++) {
                SocketChannel channel = asking("{\"ask\":\"work\"}\n");
                atWork.add(channel);
                // Once it is answered it has its place.
                assertTrue(firstLine(channel).contains("begun"));
            }
            String ninth = raw("{\"ask\":\"work\"}\n");
            assertTrue(ninth.contains("BUSY") && ninth.contains("\"exit\":3"), ninth);
        } finally {
            mayEnd.countDown();
            for (SocketChannel channel : atWork) channel.close();
        }
    }

    @Test
    void timeCountsAgainstTheCommandAndNeverAgainstTheRegistersWork() throws IOException {
        List<String> happened = Collections.synchronizedList(new ArrayList<>());
        ControlServer.Alarm alarm = new ControlServer.Alarm() {
            @Override
            public Runnable set(Runnable cut) {
                happened.add("set");
                return () -> happened.add("off");
            }

            @Override
            public void end() {}
        };
        Desk desk = (request, out) -> {
            happened.add("begin");
            out.accept(Answer.of("half").text(""));
            happened.add("end");
            return 0;
        };
        try (ControlServer _ = ControlServer.open(socket(), desk, Throwable::toString, alarm)) {
            assertTrue(raw("{\"ask\":\"work\"}\n").contains("\"exit\":0"));
        }
        assertEquals(List.of("set", "off", "begin", "set", "off", "end", "set", "off"), List.copyOf(happened));
    }

    @Test
    void whoSaysNothingUntilTheAlarmGoesOffIsCutOff() throws IOException {
        ControlServer.Alarm atOnce = new ControlServer.Alarm() {
            @Override
            public Runnable set(Runnable cut) {
                cut.run();
                return () -> {};
            }

            @Override
            public void end() {}
        };
        try (ControlServer _ = ControlServer.open(socket(), ControlTest::echo, Throwable::toString, atOnce);
                SocketChannel silent = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.connect(UnixDomainSocketAddress.of(socket()));
            assertEquals("", firstLine(silent));
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aNameTooLongForTheSystemIsAnExceptionForTheCaller() {
        Path tooLong = folder.resolve("x".repeat(120));
        assertThrows(IOException.class, () -> ControlServer.open(tooLong, ControlTest::echo, Throwable::toString));
    }

    private SocketChannel asking(String request) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket()));
        ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) channel.write(bytes);
        return channel;
    }

    private String raw(String request) throws IOException {
        try (SocketChannel channel = asking(request)) {
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String firstLine(SocketChannel channel) throws IOException {
        String line = new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8))
                .readLine();
        return line == null ? "" : line;
    }
}
