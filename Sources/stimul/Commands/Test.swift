import ArgumentParser
import Calculation
import Company
internal import Messages

/// `stimul test`: the tests that plans carry with them.
struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "Run the tests that the plans carry with them.", ru: "Выполнить проверки, записанные в планах."),
        discussion: .said(
            en: "Exits with 1 when a plan pays something else than one of its tests expects.",
            ru: "Код выхода 1, если план платит не то, чего ждёт его проверка."))

    @OptionGroup var company: CompanyArgument
    @OptionGroup var options: CommonOptions

    func run() throws {
        let console = options.console
        let model = try console.load(company.company)
        let results = PlanTester(model).results()
        for result in results where !result.passed { console.show(failure(result, model)) }
        let passed = results.count(where: \.passed)
        console.print(
            LocalizedText(
                en: "\(passed) of \(results.count) expectations hold",
                ru: "выполнено ожиданий: \(passed) из \(results.count)"
            )[options.language])
        if passed < results.count { throw ExitStatus.faults }
    }

    private func failure(_ result: PlanTester.Result, _ model: CompanyModel) -> Diagnostic {
        let expected =
            result.expected.map { ExactMoney($0, model.currency) }.map { LocalizedText($0) }
            ?? LocalizedText(en: "not computable", ru: "не вычислить")
        let actual: LocalizedText
        switch result.actual {
        case .value(let value): actual = LocalizedText(ExactMoney(value, model.currency))
        case .notComputable(let reason):
            actual = LocalizedText(en: "not computable (\(reason.text.en))", ru: "не вычислить (\(reason.text.ru))")
        }
        return Diagnostic(
            code: "test-failed", at: result.place,
            LocalizedText(
                en: "\(result.plan), '\(result.test)': \(result.component) pays \(actual.en), expected \(expected.en)",
                ru: "\(result.plan), «\(result.test)»: \(result.component) даёт \(actual.ru), ожидалось \(expected.ru)")
        )
    }
}
