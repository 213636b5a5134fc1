internal import HTML
internal import HTTPTypes
internal import Pages
internal import Payroll

/// What programs may ask for, as a page: the description that they read, for people.
enum APIHandler {
    static let show: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, _ in
        let routes = RouteTable.all.filter { $0.isForPrograms && $0.operation != nil }
        var page = SectionPage(
            title: asked.word(APIPageWords.title),
            path: [NavigationItem(asked.word(SectionWords.account), Addresses.of(["account"]))],
            lead: asked.word(APIPageWords.lead))
        page.sections = [
            .text(APIPageWords.rules.map { asked.word($0) }),
            .links([
                NavigationItem("openapi.json", Addresses.of(["api", "v1", "openapi.json"]))
            ]),
            .table(contents(routes, asked)),
        ]
        page.sections += routes.enumerated().map { number, route in
            .summary(
                name: "route-\(number + 1)", heading: "\(route.method.rawValue) \(route.path)", rows(route, asked))
        }
        page.sections += APIComponent.allCases.map { component in
            .summary(
                name: "value-" + component.rawValue, heading: component.rawValue,
                component.schema.members.map { row($0, asked) })
        }
        return asked.page(page)
    }

    private static func contents(_ routes: [Route], _ asked: Asked) -> DataTable {
        DataTable(
            name: "routes", caption: asked.word(APIPageWords.routes),
            columns: [
                Column(asked.word(AdministrationWords.address)), Column(asked.word(AdministrationWords.purpose)),
                Column(asked.word(AdministrationWords.access)),
            ],
            rows: routes.map { route in
                TableRow(
                    .text("\(route.method.rawValue) \(route.path)"),
                    [.text(asked.word(route.purpose)), .text(asked.word(route.access.words))])
            }, language: asked.language)
    }

    private static func rows(_ route: Route, _ asked: Asked) -> [SummaryRow] {
        guard let operation = route.operation else { return [] }
        var rows = [
            SummaryRow(asked.word(AdministrationWords.purpose), .text(asked.word(route.purpose))),
            SummaryRow(asked.word(AdministrationWords.access), .text(asked.word(route.access.words))),
        ]
        if !operation.query.isEmpty {
            let names = operation.query.map { "\($0.name): \(asked.word($0.about))" }.joined(separator: "; ")
            rows.append(SummaryRow(asked.word(APIPageWords.query), .text(names)))
        }
        if operation.takesKey { rows.append(SummaryRow("Idempotency-Key", .text(asked.word(APIWords.aboutKey)))) }
        if operation.takesVersion { rows.append(SummaryRow("If-Match", .text(asked.word(APIWords.aboutVersion)))) }
        if let request = operation.request, !request.members.isEmpty {
            rows.append(SummaryRow(asked.word(APIPageWords.body), .text(request.notation)))
        }
        for answer in operation.answers {
            rows.append(SummaryRow(String(answer.status), .text(answer.schema?.notation ?? "–")))
        }
        let refusals = OpenAPI.refusals(of: route).sorted().map { "\($0) \(asked.word(APIWords.refusal($0)))" }
        rows.append(SummaryRow(asked.word(APIPageWords.refusals), .text(refusals.joined(separator: "; "))))
        return rows
    }

    private static func row(_ member: JSONSchema.Member, _ asked: Asked) -> SummaryRow {
        SummaryRow(
            member.name + (member.isRequired ? "" : "?"), .text(member.schema.notation),
            note: member.about.map { asked.word($0) })
    }
}

extension JSONSchema {
    /// The members of an object; of an alternative those of its first.
    fileprivate var members: [Member] {
        switch self {
        case .object(let members): members
        case .either, .map, .list, .text, .choice, .whole, .cell, .flag, .named, .null: []
        }
    }

    /// The schema in a line, as programs write types: `{kind: text, fields?: event_fields}`.
    fileprivate var notation: String {
        switch self {
        case .text: "text"
        case .choice(let texts): texts.joined(separator: " | ")
        case .whole: "whole"
        case .cell: "text | number | flag"
        case .flag: "flag"
        case .null: "null"
        case .list(let schema, _): "[\(schema.notation)]"
        case .map(let schema, _): "{*: \(schema.notation)}"
        case .object(let members):
            "{" + members.map { "\($0.name)\($0.isRequired ? "" : "?"): \($0.schema.notation)" }.joined(separator: ", ")
                + "}"
        case .either(let schemas): schemas.map(\.notation).joined(separator: " | ")
        case .named(let component): component.rawValue
        }
    }
}

/// Words of the page.
private enum APIPageWords {
    static let title = Words(ru: "Для программ", en: "For programs")
    static let lead = Words(
        ru: "Всё, что программа может спросить и сделать с токеном. Токен выдаётся на странице «Мой вход».",
        en: "Whatever a program may ask for and do with a token. A token is made on your account page.")
    static let rules = [
        Words(
            ru: "Программа входит заголовком «Authorization: Bearer st_…». Её права — часть прав её хозяина.",
            en: "A program signs in with the header Authorization: Bearer st_…. It may some of what its owner may."),
        Words(
            ru: "Деньги — текст и валюта: 57400.00 RUB. Чего нет, то названо с причиной, а не нулём.",
            en:
                "Money is a text and a currency: 57400.00 RUB. What is missing is named with its reason, and is no zero."
        ),
        Words(
            ru: "Отказ — «application/problem+json»: что случилось, что сделать, какое поле.",
            en: "A refusal is application/problem+json: what happened, what to do, which member."),
    ]
    static let routes = Words(ru: "Адреса", en: "Addresses")
    static let query = Words(ru: "В адресе", en: "Query")
    static let body = Words(ru: "Тело", en: "Body")
    static let refusals = Words(ru: "Отказы", en: "Refusals")
}
