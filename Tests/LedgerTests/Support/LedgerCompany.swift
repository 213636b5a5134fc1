import Calculation
import Company
import Ledger
import Messages
import Periods
import Quantities
import Testing
import Vesting

/// A company written down in a test and read as its folder is read, with a ledger in which its months are posted one by one.
///
/// The files may differ from posting to posting: what the company knows grows.
struct LedgerCompany {
    private(set) var book: Book
    /// Approved by somebody, whoever it was.
    var adjustments: [ApprovedAdjustment] = []
    private var model: CompanyModel
    private var posted: [Period] = []

    init(_ files: [String: String]) throws {
        model = try Self.read(files)
        book = Book(model.ledgerRules)
    }

    /// What the company knows from now on.
    mutating func learn(_ files: [String: String]) throws { model = try Self.read(files) }

    private static func read(_ files: [String: String]) throws -> CompanyModel {
        let (model, diagnostics) = CompanyReader.read(
            files.map { SourceFile(path: $0, bytes: Array($1.utf8)) })
        return try #require(model, "\(diagnostics.map { $0.rendered(in: .en) })")
    }

    /// Calculates a pay period and all before it, and posts where everything should stand at its end.
    @discardableResult
    mutating func post(_ label: String) async throws -> [LedgerEntry] {
        let period = try #require(model.calendar.parse(label))
        if !posted.contains(period) { posted.append(period) }
        let end = period.range.until
        let known = model.known(before: end)
        let calculator = VestingCalculator(
            Run(model, EventEngine(model)), known: Run(known, EventEngine(known)), end: end)
        var awards: [PeriodAwards] = []
        for earlier in posted { awards.append(try await calculator.awards(of: earlier, threads: 1)) }
        return try book.post(label, try Posting.Target(awards, adjustments, model))
    }

    /// Hands to payroll what is payable.
    @discardableResult
    mutating func pay(_ label: String) throws -> [LedgerEntry] { try book.pay(label) }

    /// What stands in an account for a person, in roubles.
    func total(_ account: Account, _ person: String = "anna") throws -> String {
        try FixedDecimal(minorUnits: Int64(book.total(account, person)), places: 2).text(places: 2, group: " ")
    }

    // MARK: Files

    /// A seller with one plan: `seller` is the plan's body, `sale` the rows of the sales.
    static func seller(
        _ plan: String, _ sales: String = "", people: [String] = ["anna"], until: String = "", ledger: String = "{}",
        metrics: String = "", tables: [String: String] = [:]
    ) -> [String: String] {
        [
            "company.yaml": """
            company: {name: Test, currency: RUB, ledger: \(ledger)}
            positions: {seller: Seller}
            units: {sales: Sales}
            events:
              sale:
                fields: {date: day, seller: person, client: client?, amount: money, paid_on: day?, paid: money?}
                credit: sale.seller
            metrics:
              sales: {unit: RUB, value: sum(sale.amount)}
            \(metrics)
            """,
            "plans.yaml": "plans:\n  seller:\n    for: {position: seller}\n    period: month\n\(plan)",
            "people.csv": "id,name\n" + people.map { "\($0),\($0)\n" }.joined(),
            "clients.csv": "id,title\nlion,Lion\n",
            "assignments.csv": "person,position,unit,from,until,base_pay\n"
                + people.map { "\($0),seller,sales,2025-01-01,\(until),90000\n" }.joined(),
            "sale.csv": "id,date,seller,client,amount,paid_on,paid\n" + sales,
        ].merging(tables) { $1 }
    }
}
