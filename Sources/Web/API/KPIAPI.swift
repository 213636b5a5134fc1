internal import Calculation
internal import Company
internal import Formulas
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities

/// The figures that the company goes by, for programs, and the reader's own.
enum KPIAPI {
    static let list: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, _ in
        let company = try asked.site.company.reference()
        return APIValues.answer(
            .object(["kpis": .list(company.metrics.map { .object(members($0, company, asked.language)) })]))
    }

    static let show: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        let cycle = try asked.site.company.cycle()
        let company = try asked.site.company.reference()
        guard let number = company.metric(named: asked.part("kpi")) else { throw Problem.absent }
        let metric = company.metrics[number]
        var members = members(metric, company, asked.language)
        if let meaning = metric.card.meaning { members["meaning"] = .text(meaning[asked.language]) }
        if let own = try await OwnKPIFigures(metric, of: permit.reader.person, company, cycle, asked.site) {
            members["with_reports"] = .flag(own.withReports)
            members["periods"] = .list(
                own.points.map { point in
                    .object([
                        "period": .text(point.period.description),
                        "actual": figure(point.actual, metric, asked.language),
                        "target": figure(point.target, metric, asked.language),
                    ])
                })
            if let rank = own.rank {
                members["rank"] = .object(["place": .whole(Int64(rank.place)), "of": .whole(Int64(rank.of))])
            }
        }
        return APIValues.answer(.object(members))
    }

    private static func figure(
        _ outcome: Outcome<FixedDecimal>, _ metric: Metric, _ language: PageLanguage
    ) -> JSONValue {
        guard let value = outcome.value else {
            return APIValues.missing(outcome.reason?.code ?? "", outcome.reason?.text[language] ?? "")
        }
        return .object(["value": .text(value.description), "unit": .text(unit(metric))])
    }

    private static func unit(_ metric: Metric) -> String {
        metric.unit.isPercent ? "percent" : metric.unit.unit.description
    }

    private static func members(
        _ metric: Metric, _ company: CompanyModel, _ language: PageLanguage
    ) -> [String: JSONValue] {
        let words = FormulaWords(model: company, language: language)
        var members: [String: JSONValue] = [
            "id": .text(metric.name), "title": .text(metric.title[language]), "unit": .text(unit(metric)),
            "better": .text(better(metric.better)),
            "counted": .text(KPIText(company, language).formula(metric, words)),
        ]
        if case .formula(let formula) = metric.source { members["formula"] = .text(company.text(of: formula)) }
        return members
    }

    private static func better(_ better: Metric.Direction) -> String {
        switch better {
        case .higher: "more"
        case .lower: "less"
        case .target: "on_target"
        }
    }

    private static let common: [JSONSchema.Member] = [
        .member("id", .text()), .member("title", .text(0...1_000)), .member("unit", .text()),
        .member("better", .choice(["more", "less", "on_target"])),
        .member("counted", .text(0...100_000), Words(ru: "как считается, словами", en: "how it is counted, in words")),
        .optional("formula", .text(0...100_000)),
    ]

    /// A figure.
    static let schema = JSONSchema.object(common)

    /// A figure with the reader's own.
    static let cardSchema = JSONSchema.object(
        common + [
            .optional("meaning", .text(0...10_000)),
            .optional("with_reports", .flag, Words(ru: "вместе с подчинёнными", en: "with those who report to him")),
            .optional(
                "periods",
                .list(
                    .object([
                        .member("period", .text()), .member("actual", .named(.figure)),
                        .member("target", .named(.figure)),
                    ])), Words(ru: "ваши, за двенадцать периодов", en: "one's own, of twelve periods")),
            .optional(
                "rank", .object([.member("place", .whole(1...Int64.max)), .member("of", .whole(1...Int64.max))])),
        ])
}
