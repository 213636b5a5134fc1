import Ledger
import Testing

/// The year of Examples/alfa through the whole pay cycle, from January's import to December's close.
@Suite("Alfa's year, paid month by month")
struct AlfaYearTests {
    private static let year = Task { try await AlfaBooks.asItCame() }

    @Test("every row comes in, every award has a value, and the accounts sum to zero after every step")
    func clean() async throws {
        let books = try await Self.year.value
        let sums = await books.sums
        #expect(sums == Array(repeating: 0, count: 24))
        for month in await books.months {
            #expect(month.rejected == 0)
            #expect(month.problems.isEmpty)
            #expect(month.withoutValue.isEmpty)
        }
    }

    /// What a month paid, in kopecks: awarded + corrected − held back + released + advanced − put off or lost − recovered.
    struct Payroll: Sendable, CustomTestStringConvertible {
        let month: String
        let awarded: Int64
        /// Earlier periods that came out differently.
        let corrected: Int64
        let held: Int64
        let released: Int64
        /// Advanced by a draw; below zero what was earned back.
        let advanced: Int64
        /// Deferred or forfeited.
        let putOff: Int64
        /// Taken for earlier debts; below zero what was left to be taken later.
        let recovered: Int64
        let paid: Int64

        init(
            _ month: String, _ awarded: Int64, _ corrected: Int64, _ held: Int64, _ released: Int64, _ advanced: Int64,
            _ putOff: Int64, _ recovered: Int64, _ paid: Int64
        ) {
            (self.month, self.awarded, self.corrected, self.held) = (month, awarded, corrected, held)
            (self.released, self.advanced, self.putOff) = (released, advanced, putOff)
            (self.recovered, self.paid) = (recovered, paid)
        }

        var testDescription: String { month }
    }

    // Volkov's draw explains the column `advanced` alone. He sells abroad, 2 % up to the plan of 1 500 000 and 4 % above it;
    // 40 000 are his draw, 100 000 the most he may owe, and half of what is above the draw pays back.
    //   January    21 500 USD × 80.00 = 1 720 000:  30 000 +   8 800 =  38 800; advanced  1 200.00, owed  1 200.00
    //   February   nothing sold;                                        advanced 40 000.00, owed 41 200.00
    //   March      60 000 USD × 78.50 = 4 710 000:  30 000 + 128 400 = 158 400; half of 118 400 is more than he owes: −41 200.00
    //   April      12 000 EUR × 94.10 = 1 129 200 × 2 %              =  22 584; advanced 17 416.00, owed 17 416.00
    //   May, June  nothing sold;                                        advanced 40 000.00 twice, owed 97 416.00
    //   July       nothing sold; the limit leaves 100 000 − 97 416   =             2 584.00, owed 100 000.00
    //   August     45 000 USD × 78.105 = 3 514 725: 30 000 + 80 589  = 110 589; half of 70 589: −35 294.50
    //   September  30 000 EUR × 93.60 = 2 808 000:  30 000 + 52 320  =  82 320; half of 42 320: −21 160.00
    //   October    25 000 USD × 82.30 = 2 057 500:  30 000 + 22 300  =  52 300; half of 12 300:  −6 150.00
    //   November   5 000 000 KZT × 15.80 ÷ 100 = 790 000 × 2 %       =  15 800; advanced 24 200.00, owed 61 595.50
    //   December   70 000 USD × 81.95 = 5 736 500:  30 000 + 169 460 = 199 460; half of 159 460 is more than he owes: −61 595.50
    @Test(
        "pays every month what was awarded, less what waits, plus what has waited long enough",
        arguments: [
            Payroll("2026-01", 444_788_25, 0, 233_572_57, 0, 1_200_00, 0, 0, 212_415_68),
            Payroll("2026-02", 779_714_00, 29_295_46, 438_707_40, 141_650_56, 40_000_00, 0, 0, 551_952_62),
            Payroll("2026-03", 2_595_854_13, 54_428_02, 375_769_60, 431_950_87, -41_200_00, 0, 0, 2_665_263_42),
            Payroll("2026-04", 704_484_81, 86_004_97, 405_427_49, 417_661_71, 17_416_00, 0, 0, 820_140_00),
            Payroll("2026-05", 927_854_61, 33_952_00, 593_075_10, 355_384_18, 40_000_00, 0, 0, 764_115_69),
            Payroll("2026-06", 2_988_493_12, 73_193_63, 529_605_76, 492_753_82, 40_000_00, 0, 0, 3_064_834_81),
            Payroll("2026-07", 780_526_85, 76_404_38, 478_447_52, 502_778_89, 2_584_00, 0, -80_99, 883_927_59),
            Payroll("2026-08", 965_403_21, 0, 509_133_54, 471_846_41, -35_294_50, 0, 0, 892_821_58),
            Payroll("2026-09", 2_789_990_58, 26_118_18, 684_728_18, 424_538_25, -21_160_00, 0, 0, 2_534_758_83),
            Payroll("2026-10", 1_168_597_52, 111_864_31, 769_765_19, 625_214_11, -6_150_00, 0, 0, 1_129_760_75),
            Payroll("2026-11", 1_195_841_98, -820_28, 772_146_79, 740_202_63, 24_200_00, 0, 0, 1_187_277_54),
            Payroll(
                "2026-12", 5_689_149_42, 11_306_78, 912_360_56, 1_048_354_43, -61_595_50, 969_502_03, 80_99,
                4_805_271_55),
        ])
    func payroll(expected: Payroll) async throws {
        let books = try await Self.year.value
        let number = try #require(Int(expected.month.suffix(2)))
        let entries = await books.months[number - 1].entries
        func total(_ causes: LedgerEntry.Cause...) -> Int64 {
            entries.filter { causes.contains($0.cause) }.map(\.amount).reduce(0, +)
        }
        let granted = entries.filter { $0.from == .earned }.map(\.amount).reduce(0, +)
        let takenBack = entries.filter { $0.to == .earned }.map(\.amount).reduce(0, +)
        #expect(total(.award) == expected.awarded)
        #expect(granted - takenBack - total(.award) == expected.corrected)
        #expect(total(.hold) == expected.held)
        #expect(total(.release) == expected.released)
        #expect(total(.draw) - total(.drawRecovery) == expected.advanced)
        #expect(total(.deferral, .forfeiture) == expected.putOff)
        #expect(total(.recovery) - total(.carryForward) == expected.recovered)
        #expect(total(.payment) == expected.paid)
        let left = expected.awarded + expected.corrected - expected.held + expected.released + expected.advanced
        #expect(left - expected.putOff - expected.recovered == expected.paid)
    }

    /// An entry that can be worked out on paper; an amount below zero goes back to where it came from.
    struct Line: Sendable, CustomTestStringConvertible {
        let posted: String
        let person: String
        let matter: PayItem
        let cause: LedgerEntry.Cause
        let amount: Int64

        init(
            _ posted: String, _ person: String, _ component: String, _ plan: String, _ period: String,
            _ cause: LedgerEntry.Cause, _ amount: Int64
        ) {
            (self.posted, self.person, self.cause, self.amount) = (posted, person, cause, amount)
            matter = .award(plan: plan, component: component, period: period)
        }

        var testDescription: String { "\(posted) \(person) \(matter) \(cause)" }
    }

    @Test(
        "by hand's arithmetic",
        arguments: [
            // The leaver of August: sold 14 757.60 + 56 432.00 + 160 269.20 = 231 458.80; a return of July's sales for 23 923.69
            // leaves 207 535.11 × 1 % = 2 075.35. By the end of August 14 757.60 + 56 432.00 = 71 189.60 are paid:
            // 2 075.35 × 71 189.60 / 231 458.80 = 638.31 is free, 1 437.04 waits until the third client pays in September.
            Line("2026-08", "smirnov", "commission", "sales_manager", "2026-08", .award, 2_075_35),
            Line("2026-08", "smirnov", "commission", "sales_manager", "2026-08", .hold, 1_437_04),
            Line("2026-09", "smirnov", "commission", "sales_manager", "2026-08", .release, 1_437_04),
            // The newcomer of April: 10 000 USD × 81.20 = 812 000 × 1 % = 8 120, which waits a month for customs; half of the
            // plan of 3 000 000 counts, and 54 % of that is nothing. 30 000 are safe: 21 880 are missing.
            Line("2026-04", "zaitseva", "export_commission", "export_manager", "2026-04", .hold, 8_120_00),
            Line("2026-05", "zaitseva", "export_commission", "export_manager", "2026-04", .release, 8_120_00),
            Line("2026-04", "zaitseva", "guarantee", "export_manager", "2026-04", .award, 21_880_00),
            // May: 26 000 USD × 82.00 = 2 132 000 × 1.5 % + 5 000; three quarters of 3 000 000 are 2 250 000, reached to 94.8 %:
            // half of 20 % of 90 000.
            Line("2026-05", "zaitseva", "export_commission", "export_manager", "2026-05", .award, 36_980_00),
            Line("2026-05", "zaitseva", "export_plan", "export_manager", "2026-05", .award, 9_000_00),
            // The transfer on 15 June raises her pay: (14 × 90 000 + 16 × 110 000) / 30 = 100 666.67; 20 % of it for the plan.
            Line("2026-06", "zaitseva", "export_plan", "export_manager", "2026-06", .award, 20_133_33),
            // Two digits changed over in February: 78 264 − 72 864 = 5 400 × 1 % goes back in March.
            Line("2026-03", "zakirov", "commission", "sales_manager", "2026-02", .correction, -54_00),
            // A sale of March entered in May, in the third tier: 152 385.75 × 3 % = 4 571.5725. March is rounded with
            // and without it, and the kopeck between them is rounded too.
            Line("2026-05", "zakirov", "commission", "sales_manager", "2026-03", .correction, 4_571_58),
            // An order of April cancelled in May, in the third tier: 120 000 × 3 % goes back.
            Line("2026-05", "nikitin", "commission", "sales_manager", "2026-04", .correction, -3_600_00),
            // The disputed 30 % of 82 961.19 = 24 888.36 of May, entered in June: 3 % less for her, 2 % more for her colleague.
            Line("2026-06", "pavlova", "commission", "sales_manager", "2026-05", .correction, -746_65),
            Line("2026-06", "semenova", "commission", "sales_manager", "2026-05", .correction, 497_77),
            // Sent back on 8 May and told of in July, when May had long been closed: 32 232.81 × 2 %.
            Line("2026-07", "kuznetsova", "commission", "sales_manager", "2026-05", .correction, -644_66),
            // Nobody's clients owed 33 days at most in the first quarter: its 45 000 wait, and Belov alone finds both funds.
            Line("2026-06", "belov", "collection_pool", "head_collection", "2026-Q2", .award, 90_000_00),
            // The leaver of September: of 201 945.77 two fifths, 80 778.31, are paid; three tenths after one year and three
            // tenths after two, 60 583.73 each, are lost.
            Line("2026-12", "gromov", "retention", "key_account_year", "2026", .award, 201_945_77),
            Line("2026-12", "gromov", "retention", "key_account_year", "2026", .forfeiture, 2 * 60_583_73),
            // Who stays keeps the same tranches: 244 312.30 × 60 % = 146 587.38, of which each is 73 293.69.
            Line("2026-12", "sokolova", "retention", "key_account_year", "2026", .deferral, 2 * 73_293_69),
        ])
    func line(expected: Line) async throws {
        let books = try await Self.year.value
        let number = try #require(Int(expected.posted.suffix(2)))
        let found = await books.months[number - 1].entries.filter {
            $0.obligation == Obligation(person: expected.person, expected.matter) && $0.cause == expected.cause
        }
        let amount = found.map { $0.to == .earned ? -$0.amount : $0.amount }.reduce(0, +)
        #expect(amount == expected.amount)
    }

    @Test("nobody approves while a colleague disputes his statement")
    func dispute() async throws {
        let books = try await Self.year.value
        let refused = await books.refusedWhileDisputed
        #expect(refused)
    }

    @Test("a debt left by a correction is taken from later pay, and nothing is left of it at the end")
    func carried() async throws {
        let books = try await Self.year.value
        let carried = await books.months.map { $0.balances.totals[.carried] ?? 0 }
        // The return of May that July told of lowers the company's second quarter, and with it Orlova's bonus by 80.99. She is next
        // paid with December. The branch heads have pay of the month that bears theirs at once.
        #expect(carried == [0, 0, 0, 0, 0, 0, -80_99, -80_99, -80_99, -80_99, -80_99, 0])
    }

    @Test("knowing everything from the start ends in the same accounts of every award")
    func allAtOnce() async throws {
        let books = try await Self.year.value
        let early = try await AlfaBooks.allAtOnce()
        let came = try #require(await books.months.last).balances
        let known = try #require(await early.months.last).balances
        let obligations = Set(came.accounts.keys).union(known.accounts.keys).filter { $0.matter != .pay }
        #expect(obligations.count > 700)
        let different = obligations.filter { obligation in
            [Account.earned, .held, .deferred, .forfeited, .drawn].contains {
                came[obligation, $0] != known[obligation, $0]
            }
        }
        #expect(different.isEmpty)
        #expect(came.totals == known.totals)
    }
}
