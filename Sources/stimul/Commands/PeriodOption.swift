import ArgumentParser
import Company
internal import Messages
import Periods

/// Which periods a command looks at.
struct PeriodOption: ParsableArguments {
    @Option(
        name: .long,
        help: .said(
            en: "Which period: 2026-03, 2026-Q1, 2026-H1, 2026, 2026-W05, 2026-03-31, or all (default).",
            ru: "Какой период: 2026-03, 2026-Q1, 2026-H1, 2026, 2026-W05, 2026-03-31 или all (по умолчанию)."))
    var period: String = "all"

    /// Whether no period is named, so that what is recorded says which there are.
    var isEverything: Bool { period == "all" }

    /// The days asked for.
    func range(_ model: CompanyModel, _ options: CommonOptions) throws -> DayRange {
        try parsed(model, options).range
    }

    /// The period asked for.
    func parsed(_ model: CompanyModel, _ options: CommonOptions) throws -> Period {
        if let period = model.calendar.parse(period) { return period }
        let forms = "2026-03, 2026-Q1, 2026-H1, 2026, 2026-W05, 2026-03-31"
        throw options.wrong(
            LocalizedText(
                en: "there is no period '\(period)'; write \(forms) or all",
                ru: "периода «\(period)» не бывает; пишите \(forms) или all"))
    }
}

extension Console {
    /// Says that no period follows from what is recorded; ends the command, since an empty answer looks like nobody being paid.
    func nothingRecorded() -> any Error {
        fail(
            LocalizedText(
                en: "nothing that is recorded lies in a period of a plan, so there is no telling which to calculate; "
                    + "name one: --period 2026-03",
                ru: "ни одна запись не попадает в период какого-либо плана, и неясно, что считать; "
                    + "назовите период: --period 2026-03"))
        return ExitStatus.faults
    }
}
