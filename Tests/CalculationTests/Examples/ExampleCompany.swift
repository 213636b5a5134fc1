import Calculation
import Company
import Formulas
import Foundation
import Messages
import Periods
import Quantities
import Testing

/// A folder of `Examples`, read once for all tests.
struct ExampleCompany: Sendable {
    static let adventureWorks = ExampleCompany("adventureworks")
    static let alfa = ExampleCompany("alfa")

    /// The company; `nil` when it has errors.
    let model: CompanyModel?
    /// What was found while reading it.
    let diagnostics: [Diagnostic]
    private let engine: EventEngine?

    init(_ name: String) {
        let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../Examples/\(name)").standardized
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let files = names.sorted().compactMap { name -> SourceFile? in
            guard name.hasSuffix(".yaml") || name.hasSuffix(".csv") else { return nil }
            return (try? Data(contentsOf: folder.appendingPathComponent(name))).map {
                SourceFile(path: name, bytes: [UInt8]($0))
            }
        }
        self.init(files: files)
    }

    init(files: [SourceFile]) {
        (model, diagnostics) = CompanyReader.read(files)
        engine = model.map { EventEngine($0) }
    }

    /// A small company out of texts, by file name.
    init(texts: [(String, String)]) {
        self.init(files: texts.map { SourceFile(path: $0, bytes: [UInt8]($1.utf8)) })
    }

    func required() throws -> (model: CompanyModel, engine: EventEngine) {
        (try #require(model), try #require(engine))
    }

    func period(_ label: String) throws -> Period {
        try #require(try required().model.calendar.parse(label))
    }

    // MARK: Asking

    /// The lines of all plans for the periods that end within a range.
    func lines(_ label: String = "all") throws -> [AwardLine] {
        let (model, engine) = try required()
        let run = Run(model, engine)
        return run.tasks(in: try period(label).range).flatMap { run.lines($0) }
    }

    /// The one line of a component for a person.
    func line(_ component: String, _ person: String, _ label: String) throws -> AwardLine {
        let (model, _) = try required()
        let number = try #require(model.people.number(of: person))
        let period = try period(label)
        let found = try lines(label).filter {
            $0.participation.person == number && $0.participation.period == period
                && model.plans[$0.plan].line($0.component).name == component
        }
        #expect(found.count == 1)
        return try #require(found.first)
    }

    /// The amount of a line, as a plain decimal; `nil` when it is not computable.
    func amount(_ component: String, _ person: String, _ label: String) throws -> String? {
        try line(component, person, label).amount.value?.text
    }

    /// A metric of a person.
    func metric(_ name: String, _ person: String, _ label: String) throws -> FixedDecimal? {
        try metric(name, .person(try #require(try required().model.people.number(of: person))), label)
    }

    /// A metric of the company.
    func total(_ name: String, _ label: String) throws -> FixedDecimal? { try metric(name, .company, label) }

    private func metric(_ name: String, _ subject: Subject, _ label: String) throws -> FixedDecimal? {
        let (model, engine) = try required()
        let number = try #require(model.metric(named: name))
        return MeasureEvaluator(model, engine).metric(number, in: EvaluationContext(subject, try period(label))).value
    }
}

extension Money {
    /// `1234.50`
    var text: String { amount.text(places: currency.minorDigits) }
}

/// A decimal of a test: `1228066.4399`.
func exactly(_ text: String) throws -> FixedDecimal { try FixedDecimal(parsing: text) }

/// The sum of figures that must all be there.
func sum(_ figures: [FixedDecimal?]) throws -> FixedDecimal {
    var sum = FixedDecimal.zero
    for figure in figures { sum = try sum.adding(try #require(figure)) }
    return sum
}
