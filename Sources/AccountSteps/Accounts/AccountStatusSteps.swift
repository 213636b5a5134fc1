import AccountRows
import Accounts
import Messages
import Periods

/// A client becomes a key account, is watched and let go: rules of ``Account``. The subject is the client.
enum AccountStatusSteps {
    static let all = [
        AccountStep(
            beginning: .account, "propose", LocalizedText(en: "Propose a candidate", ru: "Предложить кандидата"),
            [StepField("client", LocalizedText(en: "Client", ru: "Клиент"), .line), .reason.optional], make: propose),
        AccountStep(
            .account, "score", LocalizedText(en: "Departments have scored it", ru: "Службы оценили"), [round],
            allow: { request throws(Refusal) in _ = try directed(request, to: .scored) },
            make: { request throws(Refusal) in try afterRound(request, to: .scored) }),
        AccountStep(
            .account, "agree", LocalizedText(en: "The round has decided", ru: "Раунд решил"), [round],
            allow: { request throws(Refusal) in _ = try directed(request, to: .agreed) },
            make: { request throws(Refusal) in try afterRound(request, to: .agreed) }),
        AccountStep(
            .account, "second", LocalizedText(en: "Finance agrees", ru: "Финансы согласны"), allow: maySecond,
            make: second),
        AccountStep(
            .account, "key", LocalizedText(en: "Make it a key account", ru: "Сделать ключевым"), [tier],
            allow: { request throws(Refusal) in _ = try mayBeKey(request) }, make: key),
        AccountStep(
            .account, "watch", LocalizedText(en: "Watch it", ru: "Взять под наблюдение"), [.reason],
            allow: { request throws(Refusal) in _ = try headed(request, to: .watch, placeholder) }, make: watch),
        AccountStep(
            .account, "restore", LocalizedText(en: "No reason to worry any more", ru: "Снять наблюдение"),
            allow: { request throws(Refusal) in _ = try restored(request) }, make: restore),
        AccountStep(
            .account, "release", LocalizedText(en: "Let it go", ru: "Отпустить"),
            [
                StepField(
                    "reason", LocalizedText(en: "Plan for handing it over", ru: "План передачи"), .text)
            ], allow: { request throws(Refusal) in _ = try released(request, placeholder) }, make: release),
    ]

    private static let round = StepField("round", LocalizedText(en: "Round", ru: "Раунд"), .one(.round))
    private static let tier = StepField("tier", LocalizedText(en: "Tier", ru: "Класс"), .one(.tier))

    private static func client(_ request: StepRequest) -> Key<Client> { Key(request.subject) }

    private static func place(_ request: StepRequest) -> String { "account \(request.subject)" }

    /// The rows of the client, in their order.
    private static func rows(_ client: Key<Client>, _ request: StepRequest) -> [AccountRow] {
        request.book.rows("account").filter { $0.key("client") == client }.sorted {
            ($0.day("from") ?? .earliest) < ($1.day("from") ?? .earliest)
        }
    }

    /// The client's way so far.
    private static func account(_ request: StepRequest) throws(Refusal) -> Account {
        let history = rows(client(request), request).compactMap { row -> Account.Step? in
            guard let status = row.text("status").flatMap({ AccountStatus(rawValue: $0) }), let from = row.day("from")
            else { return nil }
            return Account.Step(status, from: from, by: row.key("by") ?? "", reason: row.text("reason") ?? "")
        }
        guard let account = Account(client(request), history: history) else {
            throw .noSuch(.account, request.subject)
        }
        return account
    }

    /// A row for the status that the client has from today on.
    private static func row(
        _ request: StepRequest, _ status: AccountStatus, _ client: Key<Client>, _ more: [String: String?]
    ) -> StepRow {
        StepRow(
            new: "account", request.book.newIdentifier("account", "n"),
            ["client": client.text, "status": status.rawValue, "from": "\(request.today)", "by": request.me.text]
                .merging(more) { $1 })
    }

    static func propose(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let client: Key<Client> = try request.neededKey("client")
        guard request.book.source.isClient(client) else {
            throw .unknownName(request.field("client"), client.text, among: [])
        }
        guard rows(client, request).isEmpty else { throw .usedTwice(client.text, "account \(client)") }
        let account = Account(client, candidateFrom: request.today, by: request.me)
        let row = row(request, account.history[0].status, client, ["reason": request.text("reason")])
        return StepOutcome(
            client.text, [row],
            next: StepNext(
                LocalizedText(en: "a round scores it", ru: "оценить в раунде отбора"), who: request.director(of: nil)))
    }

    // MARK: The director's steps

    private static func directed(_ request: StepRequest, to status: AccountStatus) throws(Refusal) -> Account {
        var account = try account(request)
        try account.move(to: status, by: request.me, on: request.today)
        try request.requireDirector(of: client(request), place(request))
        return account
    }

    /// Scored is who stands in a closed round, agreed who stands in a decided one.
    private static func afterRound(_ request: StepRequest, to status: AccountStatus) throws(Refusal) -> StepOutcome {
        _ = try directed(request, to: status)
        let id = try request.needed("round")
        guard let round = request.book.round(Key(id), on: request.today) else { throw .noSuch(.round, id) }
        guard round.candidates.contains(client(request)) else { throw .unknown(request.subject, "round \(id)") }
        let isThere =
            status == .agreed ? round.state == .decided : [.closed, .sessions, .decided].contains(round.state)
        guard isThere else {
            throw .step(
                "round \(id)", from: round.state, to: status == .agreed ? .decided : .closed, next: round.state.next)
        }
        let next =
            status == .agreed
            ? StepNext(LocalizedText(en: "finance agrees", ru: "согласие финансов"))
            : StepNext(LocalizedText(en: "the round is decided", ru: "решение раунда"), who: request.me)
        return StepOutcome(request.subject, [row(request, status, client(request), ["round": id])], next: next)
    }

    private static func maySecond(_ request: StepRequest) throws(Refusal) {
        let account = try account(request)
        guard let last = account.history.last else { return }
        _ = try last.status.stepping(to: .key, place(request))
        // Only what a round agreed to needs finance: who is watched is a key account already.
        guard last.status == .agreed else {
            throw .step(place(request), from: last.status, to: .agreed, next: last.status.next)
        }
        try request.requireDepartment(AccountSource.finance, place(request))
        if seconded(request) != nil { throw .usedTwice(request.me.text, place(request)) }
    }

    private static func seconded(_ request: StepRequest) -> Key<Person>? {
        rows(client(request), request).last?.key("seconded_by")
    }

    static func second(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        try maySecond(request)
        guard let last = rows(client(request), request).last else { throw .noSuch(.account, request.subject) }
        return StepOutcome(
            request.subject, [StepRow("account", last.id, ["seconded_by": request.me.text])],
            next: StepNext(
                LocalizedText(en: "the director makes it a key account", ru: "директор делает клиента ключевым"),
                who: request.director(of: client(request))))
    }

    private static func mayBeKey(_ request: StepRequest) throws(Refusal) -> Account {
        let before = try account(request).history.last?.status
        let account = try directed(request, to: .key)
        guard before == .agreed else {
            throw .step(place(request), from: before ?? .candidate, to: .key, next: before?.next ?? [])
        }
        guard let finance = seconded(request), finance != request.me else {
            throw Refusal(
                "finance-first",
                LocalizedText(
                    en: "\(place(request)): finance has not agreed", ru: "\(place(request)): нет согласия финансов"),
                remedy: LocalizedText(en: "let finance agree first", ru: "сначала получите согласие финансов"))
        }
        return account
    }

    static func key(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        _ = try mayBeKey(request)
        let tier = try request.needed("tier")
        return StepOutcome(
            request.subject, [row(request, .key, client(request), ["tier": tier])],
            next: StepNext(
                LocalizedText(en: "its plan is drafted", ru: "составить план по клиенту"),
                who: request.manager(of: client(request))))
    }

    private static func released(_ request: StepRequest, _ plan: String) throws(Refusal) -> Account {
        var account = try account(request)
        let promises = request.book.rows("commitment").compactMap { row in
            request.book.promise(Key(row.id), on: request.today)
        }
        try account.release(by: request.me, on: request.today, handoverPlan: plan, promises: promises)
        try request.requireDirector(of: client(request), place(request))
        return account
    }

    static func release(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let plan = try request.needed("reason")
        _ = try released(request, plan)
        return StepOutcome(
            request.subject, [row(request, .released, client(request), ["reason": plan])],
            next: StepNext(
                LocalizedText(en: "it is handed over", ru: "передать клиента"),
                who: request.manager(of: client(request))))
    }

    // MARK: The head's steps

    private static func headed(
        _ request: StepRequest, to status: AccountStatus, _ reason: String
    ) throws(Refusal) -> Account {
        var account = try account(request)
        try account.move(to: status, by: request.me, on: request.today, reason: reason)
        try request.requireHead(of: request.manager(of: client(request)) ?? "", place(request))
        return account
    }

    static func watch(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let reason = try request.needed("reason")
        _ = try headed(request, to: .watch, reason)
        return kept(
            request, .watch, ["reason": reason],
            StepNext(
                LocalizedText(en: "three actions against the reason", ru: "три действия против причины"),
                who: request.manager(of: client(request))))
    }

    private static func restored(_ request: StepRequest) throws(Refusal) -> Account {
        let before = try account(request).history.last?.status
        let account = try headed(request, to: .key, "")
        guard before == .watch else {
            throw .step(place(request), from: before ?? .candidate, to: .key, next: before?.next ?? [])
        }
        return account
    }

    static func restore(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        _ = try restored(request)
        return kept(
            request, .key, [:], StepNext(LocalizedText(en: "it goes on as before", ru: "дальше как прежде")))
    }

    /// A status that keeps the tier.
    private static func kept(
        _ request: StepRequest, _ status: AccountStatus, _ more: [String: String?], _ next: StepNext
    ) -> StepOutcome {
        let tier = rows(client(request), request).last { $0.text("tier") != nil }?.text("tier")
        return StepOutcome(
            request.subject, [row(request, status, client(request), more.merging(["tier": tier]) { $1 })], next: next)
    }
}
