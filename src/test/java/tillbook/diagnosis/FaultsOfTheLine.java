package tillbook.diagnosis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static tillbook.diagnosis.cause.Symptom.NOTHING_SHOWS;
import static tillbook.diagnosis.cause.Symptom.STAYS_OPEN;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tillbook.diagnosis.check.Probes.Link;
import tillbook.payment.alipay.AlipayConfig;
import tillbook.payment.alipay.AlipayProvider;
import tillbook.payment.practice.PracticeKeys;
import tillbook.payment.practice.PracticeShop;
import tillbook.payment.practice.Trouble;

/** Faults between the register and the provider. */
final class FaultsOfTheLine {
    /** Kept free for documentation: nobody answers there. */
    private static final String NOBODY = "192.0.2.1";

    private FaultsOfTheLine() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "NET-LINK",
                        NOTHING_SHOWS,
                        "the system lists its interface without a carrier",
                        FaultsOfTheLine::noLink,
                        FaultsOfTheLine::goodLine),
                new Fault(
                        "NET-ADDR",
                        NOTHING_SHOWS,
                        "the system lists its interface without an address",
                        FaultsOfTheLine::noAddress,
                        FaultsOfTheLine::goodLine),
                new Fault(
                        "NET-DNS",
                        NOTHING_SHOWS,
                        "a provider whose name no name server knows; far hosts answer",
                        bench -> {
                            bench.providerIsFarAway("provider.invalid");
                            bench.network(Bench.goodLink(), Bench.goodRoute(), true, List.of(bench.farListener()));
                        },
                        FaultsOfTheLine::goodLine),
                new Fault(
                        "NET-FAR",
                        NOTHING_SHOWS,
                        "the router answers, three far hosts do not",
                        bench -> {
                            bench.providerIsFarAway(NOBODY);
                            bench.network(
                                    Bench.goodLink(),
                                    Bench.goodRoute(),
                                    true,
                                    List.of(Bench.farNobody(), Bench.farNobody(), Bench.farNobody()));
                        },
                        FaultsOfTheLine::goodLine),
                ofProvider(
                        "NET-FAR", "a login page answers in the provider''s place", new Trouble.CaptivePortal(false)),
                ofProvider("NET-FAR", "a redirect answers in the provider''s place", new Trouble.CaptivePortal(true)),
                new Fault(
                        "NET-FAR",
                        NOTHING_SHOWS,
                        "something without encryption answers at the provider's encrypted port",
                        bench -> bench.encryptedBy(socket ->
                                socket.getOutputStream().write("HTTP/1.1 302 Found\r\n\r\n".getBytes(US_ASCII))),
                        FaultsOfTheLine::goodLine),
                new Fault(
                        "NET-FAR",
                        NOTHING_SHOWS,
                        "a firewall ends every encrypted connection to the provider",
                        bench -> bench.encryptedBy(socket -> {
                            socket.setSoLinger(true, 0);
                            if (socket.getInputStream().read() < 0) throw new IOException("nobody asked");
                        }),
                        FaultsOfTheLine::goodLine),
                ofLine("NET-SLOW", "a line over which answers come late", TcpProxy.Line.SLOW),
                ofLine("NET-LOST", "a line over which no answer comes back", TcpProxy.Line.SWALLOWS),
                ofLine("NET-LOST", "a line that ends in the place of the answer", TcpProxy.Line.CUTS),
                new Fault(
                        "PAY-DOWN",
                        NOTHING_SHOWS,
                        "the provider answers with HTTP 503 through a firewall that lets nothing else pass",
                        bench -> {
                            bench.shop.provider.trouble(new Trouble.HttpStatus(503, false));
                            bench.providerBeyondTheRouter();
                            onlyTheProviderIsReached(bench);
                        },
                        bench -> {
                            bench.shop.provider.calm();
                            goodLine(bench);
                            bench.providerBeyondTheRouter();
                            onlyTheProviderIsReached(bench);
                        }),
                ofProvider("PAY-DOWN", "the provider answers with HTTP 503", new Trouble.HttpStatus(503, false)),
                ofProvider(
                        "PAY-DOWN",
                        "the provider answers with a signed system error",
                        new Trouble.Says("40004", "ACQ.SYSTEM_ERROR", false, false)),
                new Fault(
                        "PAY-DOWN",
                        STAYS_OPEN,
                        "nobody listens at the provider's port",
                        bench -> {
                            URI gone = URI.create(
                                    "http://127.0.0.1:" + Bench.farNobody().getPort() + "/gateway.do");
                            bench.probes.provider = TestProbes.provider(
                                    gone,
                                    bench.client(
                                            gone, PracticeShop.KEYS.provider().getPublic()));
                        },
                        FaultsOfTheLine::goodLine),
                ofProvider("PAY-KEY", "the provider signs something else", new Trouble.Forged()),
                new Fault(
                        "PAY-KEY",
                        NOTHING_SHOWS,
                        "another public key of the provider in the settings",
                        bench -> bench.probes.provider = TestProbes.provider(
                                bench.line.uri(),
                                bench.client(
                                        bench.line.uri(),
                                        PracticeKeys.fresh().provider().getPublic())),
                        FaultsOfTheLine::goodLine),
                new Fault(
                        "PAY-KEY",
                        NOTHING_SHOWS,
                        "the register signs with a key that the provider does not know",
                        FaultsOfTheLine::foreignKey,
                        FaultsOfTheLine::goodLine),
                ofProvider("PAY-CLOCK", "the provider's clock is 400 s ahead", new Trouble.WrongDate(400_000)));
    }

    private static Fault ofProvider(String code, String how, Trouble trouble) {
        return new Fault(
                code,
                NOTHING_SHOWS,
                how.replace("''", "'"),
                bench -> bench.shop.provider.trouble(trouble),
                bench -> bench.shop.provider.calm());
    }

    private static Fault ofLine(String code, String how, TcpProxy.Line line) {
        return new Fault(code, STAYS_OPEN, how, bench -> bench.lineIs(line), bench -> {
            bench.line.line = TcpProxy.Line.GOOD;
            goodLine(bench);
        });
    }

    private static void onlyTheProviderIsReached(Bench bench) throws Exception {
        bench.network(Bench.goodLink(), Bench.goodRoute(), true, List.of(Bench.farNobody(), Bench.farNobody()));
    }

    private static void noLink(Bench bench) throws Exception {
        bench.providerIsFarAway(NOBODY);
        bench.network(new Link("eth0", false, false, ""), Bench.goodRoute(), false, List.of(Bench.farNobody()));
    }

    private static void noAddress(Bench bench) throws Exception {
        bench.providerIsFarAway(NOBODY);
        bench.network(
                new Link("eth0", true, false, "169.254.3.4"), Bench.goodRoute(), false, List.of(Bench.farNobody()));
    }

    private static void goodLine(Bench bench) throws Exception {
        bench.network(Bench.goodLink(), Bench.goodRoute(), true, List.of(bench.farListener()));
        bench.probes.provider = TestProbes.provider(
                bench.line.uri(),
                bench.client(bench.line.uri(), PracticeShop.KEYS.provider().getPublic()));
    }

    private static void foreignKey(Bench bench) {
        AlipayConfig config = new AlipayConfig(
                bench.line.uri(),
                "2021000000000001",
                PracticeKeys.fresh().register().getPrivate(),
                PracticeShop.KEYS.provider().getPublic(),
                Optional.empty(),
                PracticeShop.PATIENT,
                PracticeShop.PATIENT,
                2);
        AlipayProvider client = bench.opened(new AlipayProvider(config, InstantSource.system(), () -> 0));
        bench.probes.provider = TestProbes.provider(bench.line.uri(), client);
    }
}
