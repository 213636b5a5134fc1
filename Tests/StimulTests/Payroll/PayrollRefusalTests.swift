import Foundation
import Testing

@Suite("What a pay period does not allow is refused, and nothing is written")
struct PayrollRefusalTests {
    @Test(
        "names that the workspace does not have",
        arguments: [
            ("calculate acme --period 2026-01 --by dinna", "there is no person 'dinna'; did you mean 'dina'?"),
            ("calculate acme --period 2026-13 --by dina", "there is no period '2026-13'; write, for instance, 2026-03"),
            (
                "calculate acme --period 2026-Q1 --by dina",
                "'2026-Q1' is not a month, and the company pays by the month (ledger: {period: month})"
            ),
            ("calculate acme --period 2026-01 --threads 0 --by dina", "'--threads' must be at least 1"),
            ("review acme --period 2026-01", "'--by' is missing"),
            ("approve acme --by dina", "name either '--period' or '--adjustment'"),
            (
                "approve acme --period 2026-01 --reject --by dina",
                "'--reject' and '--reason' go with '--adjustment' only"
            ),
            ("approve acme --adjustment 1 --run ab --by dina", "'--run' goes with '--period' only"),
            ("approve acme --adjustment 1 --reject --by dina", "'--reason' is missing"),
            (
                "pay acme --period 2026-01 --output pay.txt --by dina",
                "'pay.txt' is neither .xlsx nor .csv; its ending says how the payroll is written"
            ),
            ("pay acme --period 2026-01 --export-only", "'--output' is missing"),
            (
                "dispute acme --person ana --period 2026-01 --text wrong --by dina",
                "there is no person 'ana'; did you mean 'anna'?"
            ),
            ("dispute acme --resolve 1 --by dina", "'--answer' is missing"),
            ("dispute acme --list --resolve 1", "open a dispute, answer one, or list them: one at a time"),
            ("adjust acme --list --person anna", "'--list' stands alone"),
            (
                "adjust acme --person anna --period 2026-01 --amount 5,5 --reason fair --by dina",
                "'5,5' is no amount; write 5000.00 or -5000.00"
            ),
            (
                "adjust acme --person anna --period 2026-01 --amount 0.00 --reason fair --by dina",
                "an adjustment of 0 changes nothing; write how much is given or taken"
            ),
            (
                "adjust acme --person anna --period 2026-01 --amount -10 --discipline --reason late --by dina",
                "'--order' is missing"
            ),
            ("status acme --by dina --lang ru", "параметра «--by» нет"),
            ("pay acme --period 2026-01 --lang ru", "не указано «--by»"),
        ])
    func wrongLines(line: String, error: String) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        _ = try stimul.run("import acme --by dina")
        let result = try stimul.run(line)
        #expect(result.output.isEmpty)
        #expect(
            result.errors.split(separator: "\n").first.map(String.init)
                == (line.hasSuffix("--lang ru") ? "Ошибка: " : "Error: ") + error)
        #expect(result.code == 64)
        #expect(try stimul.run("status acme").output.hasPrefix("no period is calculated yet"))
    }

    @Test(
        "steps that the life of a period does not allow",
        arguments: [
            (
                "review acme --period 2026-02 --by dina",
                "2026-02 is open, so it cannot be put into review now; next: stimul calculate"
            ),
            ("review acme --period 2026-02 --show", "2026-02 is not calculated yet; next: stimul calculate"),
            (
                "pay acme --period 2026-01 --by dina",
                "2026-01 is in review, so it cannot be paid now; next: stimul approve"
            ),
            (
                "pay acme --period 2026-01 --export-only --output pay.csv",
                "2026-01 is not paid yet, so it has no payroll; next: stimul pay"
            ),
            (
                "approve acme --period 2026-01 --by anna",
                "anna is paid by the run of 2026-01, and nobody approves his own pay; ask somebody whom it does not pay"
            ),
            (
                "approve acme --period 2026-01 --run beef --by dina",
                "there is no run 'beef'; 'stimul status' lists the run of each period"
            ),
            ("approve acme --adjustment 7 --by dina", "there is no adjustment 7; see 'stimul adjust … --list'"),
            (
                "dispute acme --resolve 7 --answer no --by dina",
                "there is no dispute 7; see 'stimul dispute … --list'"
            ),
        ])
    func refused(line: String, error: String) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        for step in [
            "import acme --by dina", "calculate acme --period 2026-01 --by dina",
            "review acme --period 2026-01 --by dina",
        ] { _ = try stimul.run(step) }
        let before = try stimul.run("status acme")
        #expect(try stimul.run(line) == .init(output: "", errors: "error: \(error)\n", code: 1))
        #expect(try stimul.run("status acme") == before)
    }

    @Test("without a workspace the commands say how to make one, and end with 2")
    func noWorkspace() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(
            try stimul.run("status acme")
                == .init(
                    output: "",
                    errors:
                        "error: there is no workspace in acme; 'stimul import' makes one, or name the folder that holds stimul.sqlite\n",
                    code: 2))
        #expect(
            try stimul.run("calculate acme --period 2026-01 --by dina --lang ru").errors
                == "ошибка: в папке acme нет рабочего пространства; его создаст «stimul import», или укажите папку, где лежит stimul.sqlite\n"
        )
    }

    @Test("an open dispute stops the approval until somebody else has answered")
    func disputes() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        for step in [
            "import acme --by dina", "calculate acme --period 2026-01 --by dina",
            "review acme --period 2026-01 --by dina",
        ] { _ = try stimul.run(step) }
        #expect(
            try stimul.run(words: [
                "dispute", "acme", "--person", "anna", "--period", "2026-01", "--text", "sale 3 is mine", "--by",
                "anna",
            ])
                == .init(
                    output:
                        "dispute 1 of anna over 2026-01 is open; 2026-01 is not approved before it is answered\n",
                    errors: "", code: 0))
        #expect(try stimul.run("status acme").output.hasSuffix("  1  stimul dispute --resolve\n"))
        #expect(
            try stimul.run("approve acme --period 2026-01 --by dina")
                == .init(
                    output: "",
                    errors:
                        "error: a dispute of 2026-01 is open; answer it first: 'stimul dispute … --resolve NUMBER'\n",
                    code: 1))
        #expect(
            try stimul.run("dispute acme --resolve 1 --answer no --by anna").errors
                == "error: dispute 1 is about the pay of anna, so somebody else must answer it\n")
        #expect(
            try stimul.run("dispute acme --resolve 1 --answer boris's --by dina")
                == .init(output: "dispute 1 is answered\n", errors: "", code: 0))
        #expect(
            try stimul.run("dispute acme --list").output == """
                no.  period   person  dispute         answer
                1    2026-01  anna    sale 3 is mine  dina: boris's

                """)
        #expect(try stimul.run("approve acme --period 2026-01 --by dina").code == 0)
    }

    /// Anna's bonus of January is 157 388.30 and her base pay 80 000: of a cut of 20 000 the law lets 20 % × 80 000 = 16 000 pass.
    @Test("adjustments count once somebody else has approved them; a cut takes no more than the law allows")
    func adjustments() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        _ = try stimul.run("import acme --by dina")
        let adjust = "adjust acme --person anna --period 2026-01"
        #expect(
            try stimul.run("\(adjust) --amount 1250.50 --reason fair --by dina")
                == .init(
                    output:
                        "adjustment 1: 1 250.50 RUB for anna in 2026-01; somebody else must approve it: stimul approve acme --adjustment 1\n",
                    errors: "", code: 0))
        _ = try stimul.run("\(adjust) --amount -20000 --discipline --order 12 --reason late --by dina")
        _ = try stimul.run("\(adjust) --amount 99 --reason gift --by dina")
        #expect(
            try stimul.run("approve acme --adjustment 1 --by dina").errors
                == "error: adjustment 1 was entered by dina, so somebody else must decide about it\n")
        #expect(
            try stimul.run("approve acme --adjustment 1 --by egor").output
                == "adjustment 1 is approved; the next calculation takes it in\n")
        _ = try stimul.run("approve acme --adjustment 2 --by egor")
        #expect(
            try stimul.run("approve acme --adjustment 3 --reject --reason unfounded --by egor").output
                == "adjustment 3 is rejected\n")
        #expect(
            try stimul.run("adjust acme --list").output == """
                no.  period   person          amount  kind        author  decision                    reason
                1    2026-01  anna      1 250.50 RUB  adjustment  dina    approved (egor)             fair
                2    2026-01  anna    -20 000.00 RUB  discipline  dina    approved (egor)             late (12)
                3    2026-01  anna         99.00 RUB  adjustment  dina    rejected (egor: unfounded)  gift

                """)
        #expect(
            try stimul.run("calculate acme --period 2026-01 --by dina").withoutRun.output == """
                Run <identifier> of 2026-01: 3 people.
                entries             amount
                award       197 688.30 RUB
                adjustment  -14 749.50 RUB
                payable     182 938.80 RUB
                Adjustment 2 of anna: -20 000.00 RUB was asked for, the law allows -16 000.00 RUB.

                """)
    }
}
