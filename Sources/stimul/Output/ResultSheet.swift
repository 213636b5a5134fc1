import Calculation
import Company
import Files
internal import Messages
import Periods
import Quantities
import Reports

/// Award lines as a sheet for a spreadsheet, with the columns of the CSV.
struct ResultSheet {
    private let model: CompanyModel
    private let language: Language

    init(_ model: CompanyModel, _ language: Language) {
        self.model = model
        self.language = language
    }

    func sheet(_ lines: [AwardLine]) throws -> Sheet {
        let name = LocalizedText(en: "Awards", ru: "Начисления")
        return try Sheet(name: name[language], columns: columns, rows: lines.map(row), total: true)
    }

    private var columns: [Sheet.Column] {
        let titles: [(LocalizedText, Sheet.Kind)] = [
            (LocalizedText(en: "period", ru: "период"), .text), (LocalizedText(en: "from", ru: "с"), .day),
            (LocalizedText(en: "until", ru: "по (не включая)"), .day),
            (LocalizedText(en: "person", ru: "сотрудник"), .text), (LocalizedText(en: "name", ru: "имя"), .text),
            (LocalizedText(en: "plan", ru: "план"), .text),
            (LocalizedText(en: "component", ru: "составляющая"), .text),
            (LocalizedText(en: "amount", ru: "сумма"), .money(model.currency)),
            (LocalizedText(en: "remarks", ru: "примечания"), .text),
        ]
        return titles.map { Sheet.Column(title: $0[language], kind: $1) }
    }

    private func row(_ line: AwardLine) -> [Sheet.Cell] {
        let plan = model.plans[line.plan]
        let days = line.participation.days
        let remarks = [line.amount.reason?.text[language]].compactMap { $0 } + line.remarks.map { $0.text[language] }
        return [
            .text(line.participation.period.description), days.from == .earliest ? .empty : .day(days.from),
            days.until == .latest ? .empty : .day(days.until), .text(model.people.id(line.participation.person)),
            .text(model.people.title(line.participation.person)[language]), .text(plan.name),
            .text(plan.line(line.component).name),
            line.amount.value.map { .money($0.minorUnits) } ?? .empty, .text(remarks.joined(separator: "; ")),
        ]
    }
}

extension Console {
    /// Writes sheets as a workbook; that it cannot be written stops the command.
    func write(_ sheets: [Sheet], to place: OutputPlace) throws {
        guard let path = place.path else { return }
        do throws(SheetFailure) {
            try SheetXLSX.write(
                sheets, to: path, language: language, replacing: place.replaces, isPrivate: place.isPrivate)
        } catch {
            fail(error.text)
            throw ExitStatus.files
        }
    }
}
