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
        let components = APIComponent.allCases.map { ($0.rawValue, $0.schema.described(language)) }
        return .object([
            "openapi": .text("3.1.0"),
            "info": .object(["title": .text("Stimul"), "version": .text("1")]),
            "paths": .object(paths),
            "components": .object([
                "securitySchemes": .object([
                    "token": .object(["type": .text("http"), "scheme": .text("bearer")])
                ]),
                "schemas": .object(Dictionary(uniqueKeysWithValues: components)),
                "headers": .object(headers(language)),
            ]),
        ])
    }

    private static func operation(_ route: Route, _ language: PageLanguage) -> JSONValue {
        var members: [String: JSONValue] = [
            "summary": .text(route.purpose[language]),
            "description": .text(route.access.words[language]),
            "parameters": .list(parameters(route, language)),
            "responses": .object(
                Dictionary(uniqueKeysWithValues: responses(route, language).map { (String($0.key), $0.value) })),
        ]
        if let request = route.operation?.request {
            members["requestBody"] = .object([
                "required": .flag(!request.faults(of: .object([:])).isEmpty),
                "content": .object(["application/json": .object(["schema": request.described(language)])]),
            ])
        }
        if route.access != .anybody { members["security"] = .list([.object(["token": .list([])])]) }
        return .object(members)
    }

    // MARK: What is asked

    private static func parameters(_ route: Route, _ language: PageLanguage) -> [JSONValue] {
        var parameters = route.path.names.map { name in
            parameter(name, in: "path", .object(["type": .text("string"), "minLength": .whole(1)]), isRequired: true)
        }
        guard let operation = route.operation else { return parameters }
        parameters += operation.query.map {
            parameter($0.name, in: "query", $0.schema.described(language), $0.about[language], isRequired: false)
        }
        let text = JSONValue.object(["type": .text("string")])
        if operation.takesKey {
            let key = JSONValue.object([
                "type": .text("string"), "minLength": .whole(1), "maxLength": .whole(Int64(IdempotencyKey.longest)),
                "pattern": .text("^[!-~]+$"),
            ])
            parameters.append(
                parameter("Idempotency-Key", in: "header", key, APIWords.aboutKey[language], isRequired: true))
        }
        if operation.takesVersion {
            for name in ["If-Match", "If-None-Match"] {
                parameters.append(
                    parameter(name, in: "header", text, APIWords.aboutVersion[language], isRequired: false))
            }
        } else if route.method == .get {
            parameters.append(
                parameter("If-None-Match", in: "header", text, APIWords.aboutKnown[language], isRequired: false))
        }
        return parameters
    }

    private static func parameter(
        _ name: String, in place: String, _ schema: JSONValue, _ about: String? = nil, isRequired: Bool
    ) -> JSONValue {
        var members: [String: JSONValue] = [
            "name": .text(name), "in": .text(place), "required": .flag(isRequired), "schema": schema,
        ]
        if let about { members["description"] = .text(about) }
        return .object(members)
    }

    // MARK: What is answered

    private static func responses(_ route: Route, _ language: PageLanguage) -> [Int: JSONValue] {
        var responses: [Int: JSONValue] = [:]
        for status in refusals(of: route) { responses[status] = refusal(status, language) }
        guard let operation = route.operation else {
            responses[200] = .object([
                "description": .text(route.purpose[language]),
                "content": .object(["application/json": .object(["schema": .object(["type": .text("object")])])]),
            ])
            responses[304] = notModified(language)
            return responses
        }
        for answer in operation.answers { responses[answer.status] = described(answer, route, language) }
        if route.method == .get { responses[304] = notModified(language) }
        return responses
    }

    private static func described(_ answer: APIAnswer, _ route: Route, _ language: PageLanguage) -> JSONValue {
        var members: [String: JSONValue] = ["description": .text(route.purpose[language])]
        var headers = ["RateLimit", "RateLimit-Policy"]
        if route.method == .get || route.method == .put { headers.append("ETag") }
        if answer.hasLocation { headers.append("Location") }
        if route.operation?.takesKey == true { headers.append("Idempotency-Replayed") }
        members["headers"] = .object(
            Dictionary(
                uniqueKeysWithValues: headers.map {
                    ($0, JSONValue.object(["$ref": .text("#/components/headers/\($0)")]))
                }))
        if let schema = answer.schema {
            members["content"] = .object(
                Dictionary(
                    uniqueKeysWithValues: answer.types.map {
                        ($0, JSONValue.object(["schema": schema.described(language)]))
                    }
                ))
        }
        return .object(members)
    }

    private static func notModified(_ language: PageLanguage) -> JSONValue {
        .object(["description": .text(Words(ru: "Не изменилось", en: "Not changed")[language])])
    }

    /// What any route of its kind may refuse with, and what its own rules add.
    static func refusals(of route: Route) -> Set<Int> {
        var statuses: Set<Int> = [400, 422, 429, 503]
        if route.access != .anybody { statuses.formUnion([401, 403, 404]) }
        guard let operation = route.operation else { return statuses }
        statuses.formUnion(operation.refusals)
        if operation.request != nil { statuses.formUnion([413, 415]) }
        if operation.takesKey { statuses.formUnion([409]) }
        if operation.takesVersion { statuses.formUnion([412, 428]) }
        return statuses
    }

    private static func refusal(_ status: Int, _ language: PageLanguage) -> JSONValue {
        var members: [String: JSONValue] = [
            "description": .text(APIWords.refusal(status)[language]),
            "content": .object([
                "application/problem+json": .object([
                    "schema": .object(["$ref": .text("#/components/schemas/problem")])
                ])
            ]),
        ]
        if status == 429 || status == 503 {
            members["headers"] = .object([
                "Retry-After": .object(["$ref": .text("#/components/headers/Retry-After")])
            ])
        }
        return .object(members)
    }

    private static func headers(_ language: PageLanguage) -> [String: JSONValue] {
        let names: [(String, Words)] = [
            ("ETag", Words(ru: "версия ответа", en: "the version of the answer")),
            ("Location", Words(ru: "где то, что сделано", en: "where what was made is")),
            ("Idempotency-Replayed", Words(ru: "ответ первого запроса", en: "it is the answer of the first sending")),
            ("RateLimit", Words(ru: "сколько запросов осталось", en: "how many requests are left")),
            ("RateLimit-Policy", Words(ru: "сколько запросов можно", en: "how many requests may come")),
            ("Retry-After", Words(ru: "через сколько секунд повторить", en: "after how many seconds to try again")),
        ]
        return Dictionary(
            uniqueKeysWithValues: names.map { name, about in
                (
                    name,
                    JSONValue.object([
                        "description": .text(about[language]), "schema": .object(["type": .text("string")]),
                    ])
                )
            })
    }
}
