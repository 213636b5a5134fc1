internal import HTTPTypes
internal import Pages

/// The description of the routes for programs (OpenAPI 3.1), written from the table of routes.
enum OpenAPI {
    static let show: @Sendable (Asked) async throws -> Answer = { asked in
        let answer = Answer.json(document(asked.language))
        return answer.with("ETag", EntityTag.of(answer.bytes))
    }

    /// The whole document.
    static func document(_ language: PageLanguage) -> JSONValue {
        let routes = RouteTable.all.filter(\.isForPrograms)
        let paths = Dictionary(grouping: routes, by: \.path.description).mapValues { routes in
            JSONValue.object(
                Dictionary(
                    uniqueKeysWithValues: routes.map { ($0.method.rawValue.lowercased(), operation($0, language)) }))
        }
        return .object([
            "openapi": .text("3.1.0"),
            "info": .object(["title": .text("Stimul"), "version": .text("1")]),
            "paths": .object(paths),
            "components": .object([
                "securitySchemes": .object([
                    "token": .object(["type": .text("http"), "scheme": .text("bearer")])
                ]),
                "schemas": .object(["money": money, "missing": missing, "problem": problem]),
            ]),
        ])
    }

    private static func operation(_ route: Route, _ language: PageLanguage) -> JSONValue {
        var members: [String: JSONValue] = [
            "summary": .text(route.purpose[language]),
            "description": .text(route.access.words[language]),
            "parameters": .list(
                route.path.names.map { name in
                    .object([
                        "name": .text(name), "in": .text("path"), "required": .flag(true),
                        "schema": .object(["type": .text("string")]),
                    ])
                }),
            "responses": .object(responses(route, language)),
        ]
        if route.access != .anybody { members["security"] = .list([.object(["token": .list([])])]) }
        return .object(members)
    }

    private static func responses(_ route: Route, _ language: PageLanguage) -> [String: JSONValue] {
        let object = JSONValue.object(["schema": .object(["type": .text("object")])])
        let problem = JSONValue.object([
            "application/problem+json": .object([
                "schema": .object(["$ref": .text("#/components/schemas/problem")])
            ])
        ])
        func refusal(_ ru: String, _ en: String) -> JSONValue {
            .object(["description": .text(Words(ru: ru, en: en)[language]), "content": problem])
        }
        var responses: [String: JSONValue] = [
            "200": .object([
                "description": .text(route.purpose[language]), "content": .object(["application/json": object]),
            ]),
            "304": .object(["description": .text(Words(ru: "Не изменилось", en: "Not changed")[language])]),
            "400": refusal("Запрос не понят", "The request was not understood"),
            "429": refusal("Слишком много запросов", "Too many requests"),
            "503": refusal("Ещё не готово", "Not ready yet"),
        ]
        guard route.access != .anybody else { return responses }
        responses["401"] = refusal("Нужен токен", "A token is needed")
        responses["403"] = refusal("Нет права", "Not allowed")
        responses["404"] = refusal("Нет или не видно", "Not there, or not to be seen")
        return responses
    }

    private static let money = JSONValue.object([
        "type": .text("object"), "required": .list([.text("amount"), .text("currency")]),
        "properties": .object([
            "amount": .object(["type": .text("string"), "pattern": .text("^-?[0-9]+(\\.[0-9]+)?$")]),
            "currency": .object(["type": .text("string")]),
        ]),
    ])

    private static let missing = JSONValue.object([
        "type": .text("object"), "required": .list([.text("missing")]),
        "properties": .object([
            "missing": .object([
                "type": .text("object"),
                "properties": .object([
                    "reason": .object(["type": .text("string")]), "text": .object(["type": .text("string")]),
                ]),
            ])
        ]),
    ])

    private static let problem = JSONValue.object([
        "type": .text("object"),
        "properties": .object(
            Dictionary(
                uniqueKeysWithValues: ["type", "title", "detail", "instance"].map {
                    ($0, JSONValue.object(["type": .text("string")]))
                } + [("status", JSONValue.object(["type": .text("integer")]))])),
    ])
}
