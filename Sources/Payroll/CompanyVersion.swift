internal import Calculation
internal import Company
internal import Ledger
internal import Messages
internal import Periods
internal import Storage
internal import Vesting

/// A company as some text and some rows make it, laid out to be calculated.
struct CompanyVersion {
    let model: CompanyModel
    /// The company with all its events.
    let run: Run
    /// The company as it was known at the end of the posting.
    let known: Run
    /// The lines that figures are computed of.
    let lines: [LineTable]

    /// Reads a company and lays its events out.
    ///
    /// - Parameters:
    ///   - tables: All its rows.
    ///   - end: Gives, from the model, the first day after the pay period in which is posted.
    init(
        text: [SourceFile], tables: [PlainTable], threads: Int,
        end: (CompanyModel) throws(PayrollFailure) -> CivilDay
    ) async throws(PayrollFailure) {
        let (model, diagnostics, _) = CompanyReader.read(text: text, tables: tables)
        guard let model else { throw .company(diagnostics) }
        await self.init(model, nil, threads: threads, end: try end(model))
    }

    /// Reads a company with large tables that were stored; `nil` where the text makes none of them.
    ///
    /// - Parameters:
    ///   - small: The other tables.
    ///   - end: The first day after the pay period in which is posted.
    init?(
        text: [SourceFile], small: [TableText], _ large: CalculationRows.Large, threads: Int, end: CivilDay
    ) async {
        guard let model = CompanyReader.model(text: text, tables: small, stored: large.stored) else { return nil }
        await self.init(model, large, threads: threads, end: end)
    }

    /// Lays the events of a company out.
    ///
    /// - Parameter end: The first day after the pay period in which is posted.
    init(_ model: CompanyModel, _ large: CalculationRows.Large?, threads: Int, end: CivilDay) async {
        self.model = model
        let engine = await LineEngine.computed(
            model, tables: large?.lines ?? [], packed: large?.packed ?? .none, threads: threads)
        lines = engine.tables
        run = Run(model, engine)
        if VestingCalculator.asksWhatIsKnown(model) {
            let known = model.known(before: end)
            self.known = Run(known, await LineEngine.computed(known, threads: threads))
        } else {
            known = run
        }
    }
}
