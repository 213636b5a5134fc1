internal import HTTPTypes
internal import Identity
internal import Pages
internal import Payroll

/// A row of the one table that everything follows from: the router, what is refused, limits, the matrix, OpenAPI, the tests.
struct Route: Sendable {
    /// The method.
    let method: HTTPRequest.Method
    /// The path.
    let path: PathTemplate
    /// Who may.
    let access: Access
    /// What it takes as a body.
    let body: BodyRule
    /// Whether a code must have been given just now, as before money moves.
    let isFresh: Bool
    /// What it is for, for the matrix and the documents.
    let purpose: Words
    /// What it takes and answers, where programs ask for it.
    var operation: APIOperation?
    /// Answers.
    let answer: @Sendable (Asked) async throws -> Answer

    /// Whether a program asks for it, and not a person.
    var isForPrograms: Bool { path.parts.count > 1 && path.parts.first == .literal("api") }
}

/// What a route takes as a body.
enum BodyRule: Hashable, Sendable {
    /// None.
    case none
    /// A form of at most so many bytes.
    case form(Int)
    /// A form with a file, read as it comes.
    case upload
    /// A form with a table that is read and forgotten.
    case table
    /// JSON of at most so many bytes.
    case json(Int)

    /// Whether a file comes with it.
    var hasFile: Bool { self == .upload || self == .table }

    /// The most bytes of any.
    static let largest = 65_536
    /// The most bytes of JSON: a thousand events of some hundred bytes each.
    static let largestJSON = 1_000_000
    /// Of a form without long texts.
    static let short = BodyRule.form(8_192)
    /// Of a form with texts.
    static let long = BodyRule.form(largest)
    /// Of a form with a whole text of the company, each of whose bytes may come as three.
    static let text = BodyRule.form(655_360)
}

extension Route {
    /// For anybody.
    static func open(
        _ method: HTTPRequest.Method, _ path: String, _ purpose: Words, body: BodyRule = .none,
        access: Access = .anybody, _ answer: @escaping @Sendable (Asked) async throws -> Answer
    ) -> Route {
        Route(
            method: method, path: PathTemplate(path), access: access, body: body, isFresh: false, purpose: purpose,
            answer: answer)
    }

    /// For whoever is signed in, about himself.
    static func signedIn(
        _ method: HTTPRequest.Method, _ path: String, _ purpose: Words, body: BodyRule = .none, isFresh: Bool = false,
        _ answer: @escaping @Sendable (Asked, Permit<Oneself>) async throws -> Answer
    ) -> Route {
        Route(
            method: method, path: PathTemplate(path), access: .signedIn, body: body, isFresh: isFresh, purpose: purpose
        ) { asked in
            let permit = try Gate(asked: asked).oneself()
            if isFresh { try asked.checkFresh() }
            return try await answer(asked, permit)
        }
    }

    /// About somebody's pay.
    static func pay(
        _ method: HTTPRequest.Method, _ path: String, _ purpose: Words, body: BodyRule = .none,
        _ answer: @escaping @Sendable (Asked, Permit<PayOfPerson>) async throws -> Answer
    ) -> Route {
        Route(
            method: method, path: PathTemplate(path), access: .pay, body: body, isFresh: false, purpose: purpose
        ) { try await answer($0, try Gate(asked: $0).pay()) }
    }

    /// About the people below the reader.
    static func team(
        _ method: HTTPRequest.Method, _ path: String, _ purpose: Words,
        _ answer: @escaping @Sendable (Asked, Permit<TeamInPeriod>) async throws -> Answer
    ) -> Route {
        Route(
            method: method, path: PathTemplate(path), access: .team, body: .none, isFresh: false, purpose: purpose
        ) { try await answer($0, try Gate(asked: $0).team()) }
    }

    /// About key accounts, as far as the reader sees them.
    static func accounts(
        _ method: HTTPRequest.Method, _ path: String, _ purpose: Words, body: BodyRule = .none,
        _ answer: @escaping @Sendable (Asked, Permit<AccountSight>) async throws -> Answer
    ) -> Route {
        Route(
            method: method, path: PathTemplate(path), access: .accounts, body: body, isFresh: false, purpose: purpose
        ) { try await answer($0, try await Gate(asked: $0).accounts()) }
    }

    /// About one client.
    static func account(
        _ method: HTTPRequest.Method, _ path: String, _ purpose: Words,
        _ answer: @escaping @Sendable (Asked, Permit<ClientAccount>) async throws -> Answer
    ) -> Route {
        Route(
            method: method, path: PathTemplate(path), access: .account, body: .none, isFresh: false, purpose: purpose
        ) { try await answer($0, try await Gate(asked: $0).account()) }
    }

    /// For whoever has one of some rights over everybody.
    static func right(
        _ rights: [Right], _ method: HTTPRequest.Method, _ path: String, _ purpose: Words, body: BodyRule = .none,
        isFresh: Bool = false, _ answer: @escaping @Sendable (Asked, Permit<Everybody>) async throws -> Answer
    ) -> Route {
        Route(
            method: method, path: PathTemplate(path), access: .right(rights), body: body, isFresh: isFresh,
            purpose: purpose
        ) { asked in
            let permit = try Gate(asked: asked).everybody(rights)
            if isFresh { try asked.checkFresh() }
            return try await answer(asked, permit)
        }
    }

    /// For whoever has a right over everybody, or over what is his own.
    static func ownOrAll(
        _ right: Right, _ method: HTTPRequest.Method, _ path: String, _ purpose: Words, body: BodyRule = .none,
        _ answer: @escaping @Sendable (Asked, Permit<OwnOrAll>) async throws -> Answer
    ) -> Route {
        Route(
            method: method, path: PathTemplate(path), access: .rightOrOwn(right), body: body, isFresh: false,
            purpose: purpose
        ) { try await answer($0, try Gate(asked: $0).ownOrAll(right)) }
    }
}

extension Asked {
    /// Makes sure that a code was given within minutes, as before money moves; else it is asked for, and one comes back.
    fileprivate func checkFresh() throws {
        guard let cookie, reader?.isBrowser == true else { return }
        do { _ = try site.accounts.freshSession(cookie) } catch AccessRefusal.freshCodeNeeded {
            throw Redirection(to: SignInHandler.codeAddress(next: back))
        }
    }
}
