import Company
import Formulas
import Messages
import Testing

@Suite("Holds, deferrals and draws that cannot be meant")
struct PayoutFaultTests {
    /// What is said about a component's keys: code, line and column of each finding.
    private func found(_ component: String, _ plan: String = "", company: String = "") -> [String] {
        var files: [String: String?] = [
            "a.yaml": "metrics:\n  paid_share: {unit: percent, value: entered}",
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                components:
                  fee:
                    commission: sales
                    rate: 4%
                    \(component)
                \(plan)
            """,
        ]
        if !company.isEmpty {
            files["company.yaml"] = SmallCompany.files["company.yaml"]?
                .replacing("currency: RUB}", with: "currency: RUB, \(company)}")
        }
        return CompanyReader.read(SmallCompany.changed(by: files)).diagnostics.map { diagnostic in
            let place = diagnostic.place
            return "\(diagnostic.code) \(place?.line ?? 0):\(place?.column ?? 0)"
        }
    }

    @Test(
        "holds",
        arguments: [
            ("hold: {}", ["hold-release 9:15"]), ("hold: {release: paid_share, for: 90 days}", ["hold-release 9:15"]),
            ("hold: paid_share", ["wrong-shape 9:15"]), ("hold: {release: sales}", ["wrong-type 9:25"]),
            ("hold: {release: nonsense}", ["unknown-name 9:25"]), ("hold: {for: soon}", ["wrong-shape 9:21"]),
            ("hold: {for: 0 days}", ["wrong-shape 9:21"]), ("hold: {until: 2026-02-30}", ["no-such-day 9:23"]),
            ("hold: {until: 2026-03-01, since: 2026-01-01}", ["unknown-key 9:35"]),
            ("leaver: keep", ["leaver-without-defer 9:17"]),
        ])
    func holds(text: String, codes: [String]) {
        #expect(found(text) == codes)
    }

    @Test(
        "deferrals",
        arguments: [
            ("[{share: 100%, after: 1 year}]", "leaver: keep", []),
            ("[{share: 100%, after: 1 year}]", "", ["missing-key 9:16"]),
            ("[{share: 100%, after: 1 year}]", "leaver: cry", ["wrong-shape 10:17"]),
            ("[{share: 50%}, {share: 49.9999%, after: 1 year}]", "leaver: pay", ["tranche-shares 9:16"]),
            ("[]", "leaver: pay", ["tranche-shares 9:16"]),
            ("50%", "leaver: pay", ["wrong-shape 9:16"]),
            ("[{after: 1 year}]", "leaver: pay", ["missing-key 9:17"]),
            ("[{share: 0%}, {share: 100%}]", "leaver: pay", ["wrong-shape 9:25"]),
            ("[{share: -1}, {share: 2}]", "leaver: pay", ["wrong-shape 9:25"]),
            ("[{share: 100%, when: paid_share > 50%}]", "leaver: pay", ["tranche-without-day 9:17"]),
            ("[{share: 100%, pays: paid_share}]", "leaver: pay", ["tranche-without-day 9:17"]),
            ("[{share: 100%, after: 1 year, when: paid_share}]", "leaver: pay", ["wrong-type 9:52"]),
            ("[{share: 100%, after: 1 year, pays: sales}]", "leaver: pay", ["wrong-type 9:52"]),
            ("[{share: 100%, after: a year}]", "leaver: pay", ["wrong-shape 9:38"]),
            ("[{share: 100%, before: 1 year}]", "leaver: pay", ["unknown-key 9:31"]),
        ] as [(String, String, [String])])
    func deferrals(tranches: String, leaver: String, codes: [String]) {
        #expect(found("defer: \(tranches)\n        \(leaver)") == codes)
    }

    @Test("held and deferred at once")
    func both() {
        let codes = found("hold: {for: 90 days}\n        defer: [{share: 100%}]\n        leaver: keep")
        #expect(codes == ["hold-and-defer 10:16"])
    }

    @Test(
        "draws",
        arguments: [
            ("{limit: 5 RUB}", ["missing-key 10:11"]), ("5 RUB", ["wrong-shape 10:11"]),
            ("{amount: 5}", ["wrong-type 10:20"]), ("{amount: 5 RUB, limit: 5%}", ["wrong-type 10:34"]),
            ("{amount: 5 RUB, recover: 5 days}", ["wrong-type 10:36"]),
            ("{amount: 5 RUB, recover: 101%}", ["wrong-shape 10:36"]),
            ("{amount: 5 RUB, recover: -1%}", ["wrong-shape 10:36"]),
            ("{amount: 5 RUB, first: 0}", ["wrong-shape 10:34"]),
            ("{amount: 5 RUB, first: 1.5}", ["wrong-shape 10:34"]),
            ("{amount: 5 RUB, every: now}", ["wrong-shape 10:34"]),
            ("{amount: 5 RUB, every: all}", ["wrong-shape 10:34"]),
            ("{amount: 5 RUB, until: 6}", ["unknown-key 10:27"]),
        ])
    func draws(text: String, codes: [String]) {
        #expect(found("", "draw: \(text)") == codes)
    }

    @Test(
        "the company's rules",
        arguments: [
            ("{period: fortnight}", ["wrong-shape 1:55"]), ("{period: all}", ["wrong-shape 1:55"]),
            ("{recovery: 101%}", ["wrong-shape 1:57"]), ("{recovery: -1%}", ["wrong-shape 1:57"]),
            ("{recovery: 20 RUB}", ["wrong-unit 1:57"]), ("{discipline: none}", ["wrong-shape 1:59"]),
            ("{rhythm: month}", ["unknown-key 1:47"]), ("monthly", ["wrong-shape 1:46"]),
        ])
    func ledger(text: String, codes: [String]) {
        #expect(found("", company: "ledger: \(text)") == codes)
    }

    @Test("the messages say what to do")
    func messages() {
        let files = [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                components:
                  fee:
                    commission: sales
                    rate: 4%
                    defer: [{share: 49.9999%}, {share: 50%, after: 1 year}]
                    leaver: keep
            """
        ]
        #expect(
            said(files) == """
                plans.yaml:9:16: error: the shares of the tranches total 99.9999 %, not 100 %
                    9 |         defer: [{share: 49.9999%}, {share: 50%, after: 1 year}]
                      |                ^
                   help: they must total 100 %
                """)
        #expect(
            said(files, .ru) == """
                plans.yaml:9:16: ошибка: доли частей дают в сумме 99,9999 %, а не 100 %
                    9 |         defer: [{share: 49.9999%}, {share: 50%, after: 1 year}]
                      |                ^
                   совет: в сумме должно быть 100 %
                """)
    }
}
