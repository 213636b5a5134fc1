internal import HTTPTypes
internal import Pages
internal import Payroll

/// What a route for programs takes and answers: checked before it is answered, written into the description, held by tests.
struct APIOperation: Sendable {
    /// The body; nil where there is none.
    var request: JSONSchema?
    /// What the query may hold.
    var query: [APIParameter] = []
    /// What is answered when it is done.
    var answers: [APIAnswer]
    /// The statuses of refusals beside those that every route has.
    var refusals: Set<Int> = []
    /// Whether it changes something that must not be changed twice, so that it takes an `Idempotency-Key`.
    var takesKey = false
    /// Whether it takes the version that whoever writes has seen (`If-Match`, or `If-None-Match: *` for what is not there yet).
    var takesVersion = false
    /// How often it may be asked for.
    var rate = RatePolicy.reading

    /// One that answers a value.
    static func reading(_ schema: JSONSchema, query: [APIParameter] = [], refusals: Set<Int> = []) -> APIOperation {
        APIOperation(query: query, answers: [APIAnswer(200, schema)], refusals: refusals)
    }
}

/// A value of the query.
struct APIParameter: Sendable {
    var name: String
    var schema: JSONSchema
    var about: Words
}

/// What is answered with a status.
struct APIAnswer: Sendable {
    var status: Int
    var schema: JSONSchema?
    /// The types it comes in.
    var types = ["application/json"]
    /// Whether it says where to go on.
    var hasLocation = false

    init(_ status: Int, _ schema: JSONSchema?, types: [String] = ["application/json"], hasLocation: Bool = false) {
        self.status = status
        self.schema = schema
        self.types = types
        self.hasLocation = hasLocation
    }
}

extension Route {
    /// A route for programs.
    ///
    /// What is asked first is who may; then how often, the query, the body, the version and the key.
    static func program<Subject>(
        _ access: Access, _ method: HTTPRequest.Method, _ path: String, _ purpose: Words, _ operation: APIOperation,
        _ permit: @escaping @Sendable (Gate) throws -> Permit<Subject>,
        _ answer: @escaping @Sendable (Asked, Permit<Subject>) async throws -> Answer
    ) -> Route {
        let name = "\(method.rawValue) \(path)"
        return Route(
            method: method, path: PathTemplate("/api/v1" + path), access: access,
            body: operation.request == nil ? .none : .json(BodyRule.largestJSON), isFresh: false, purpose: purpose,
            operation: operation
        ) { asked in
            let permit = try permit(Gate(asked: asked))
            let asked = try operation.checked(asked)
            guard operation.takesKey else { return try await answer(asked, permit) }
            return try await Idempotency(name: name, asked: asked, reader: permit.reader)
                .answered { try await answer($0, permit) }
        }
    }

    /// For whoever has one of some rights over everybody.
    static func program(
        _ rights: [Right], _ method: HTTPRequest.Method, _ path: String, _ purpose: Words, _ operation: APIOperation,
        _ answer: @escaping @Sendable (Asked, Permit<Everybody>) async throws -> Answer
    ) -> Route {
        program(.right(rights), method, path, purpose, operation, { try $0.everybody(rights) }, answer)
    }

    /// About somebody's pay.
    static func programOfPay(
        _ method: HTTPRequest.Method, _ path: String, _ purpose: Words, _ operation: APIOperation,
        _ answer: @escaping @Sendable (Asked, Permit<PayOfPerson>) async throws -> Answer
    ) -> Route {
        program(.pay, method, path, purpose, operation, { try $0.pay() }, answer)
    }

    /// For whoever is signed in, about himself.
    static func programOfOneself(
        _ method: HTTPRequest.Method, _ path: String, _ purpose: Words, _ operation: APIOperation,
        _ answer: @escaping @Sendable (Asked, Permit<Oneself>) async throws -> Answer
    ) -> Route {
        program(.signedIn, method, path, purpose, operation, { try $0.oneself() }, answer)
    }
}

extension APIOperation {
    /// The request, once its query and body are as they must be.
    fileprivate func checked(_ asked: Asked) throws -> Asked {
        var asked = asked
        if rate != .reading, let reader = asked.reader {
            try asked.site.limits.demand(rate, of: reader.person)
        }
        let faults = queryFaults(asked.query)
        guard faults.isEmpty else { throw Problem.invalid(faults, code: "bad-query") }
        if takesVersion, asked.header("If-Match") == nil, asked.header("If-None-Match") != "*" {
            throw Problem.versionNeeded
        }
        if let request { asked.body = try body(asked.content, request) }
        return asked
    }

    private func queryFaults(_ query: FormFields) -> [BodyFault] {
        query.names.sorted().flatMap { name -> [BodyFault] in
            guard let parameter = self.query.first(where: { $0.name == name }) else {
                return [BodyFault(pointer: "?\(name.prefix(200))", text: APIWords.unknown(self.query.map(\.name)))]
            }
            let text = query[name] ?? ""
            let value: JSONValue = if case .whole = parameter.schema { .number(text) } else { .text(text) }
            return parameter.schema.faults(of: value, at: "?\(name)")
        }
    }

    private func body(_ text: String, _ schema: JSONSchema) throws -> JSONValue {
        // What needs no word may be left out as a whole.
        if text.allSatisfy(\.isWhitespace), schema.faults(of: .object([:])).isEmpty { return .object([:]) }
        let value: JSONValue
        do throws(JSONReading.Fault) { value = try JSONReading.value(Array(text.utf8)) } catch {
            throw Problem.notJSON(error)
        }
        let faults = schema.faults(of: value)
        guard faults.isEmpty else { throw Problem.invalid(faults, code: "bad-body") }
        return value
    }
}
