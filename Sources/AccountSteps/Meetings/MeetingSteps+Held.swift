import AccountRows
import Accounts
import Messages
import Periods

/// After a meeting: who came, and what each of ours makes of it.
extension MeetingSteps {
    static func mayHold(_ request: StepRequest) throws(Refusal) {
        var meeting = try own(request)
        try meeting.hold(own: 1, client: 1)
        try request.requirePast(meeting.at, "meeting \(meeting.id)")
    }

    static func hold(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        var meeting = try own(request)
        let (own, client) = (request.list("own"), request.list("client"))
        for contact in client where request.book.client(of: Key(contact)) != meeting.client {
            throw .unknownName(
                request.field("client"), contact,
                among: AccountSteps.known(.contact, of: meeting.client, in: request.book, on: request.today))
        }
        try meeting.hold(own: own.count, client: client.count)
        let invited = request.attendance
        var rows = [row(request, ["state": meeting.state.rawValue])]
        for guest in invited {
            let came = (own + client).contains(guest.text("who") ?? "")
            rows.append(StepRow("attendance", guest.id, ["came": came ? "yes" : "no"]))
        }
        let names = Set(invited.compactMap { $0.text("who") })
        var taken: [String] = []
        for (side, people) in [("own", own), ("client", client)] {
            for who in people where !names.contains(who) {
                let id = request.book.newIdentifier("attendance", "w", besides: taken)
                taken.append(id)
                rows.append(
                    StepRow(
                        new: "attendance", id,
                        [
                            "meeting": meeting.id.text, "day": "\(meeting.at.day)", "side": side, "who": who,
                            "came": "yes",
                            "surprise": "yes",
                        ]))
            }
        }
        return StepOutcome(
            request.subject, rows,
            next: StepNext(
                LocalizedText(
                    en: "each of ours looks back on it, and promises are written down",
                    ru: "каждый из наших разбирает своё участие, обещания записываются"),
                by: meeting.at.day.adding(days: 1)))
    }

    static func reviewed(_ request: StepRequest) throws(Refusal) -> Meeting {
        var meeting = try meeting(request)
        guard meeting.reviews[request.me] == nil else {
            throw .usedTwice(request.me.text, "meeting \(meeting.id)")
        }
        try meeting.review(by: request.me, at: request.now)
        return meeting
    }

    static func review(_ request: StepRequest) throws(Refusal) -> StepOutcome {
        let meeting = try reviewed(request)
        let own = StepRow(
            new: "review", request.book.newIdentifier("review", "v"),
            [
                "meeting": meeting.id.text, "person": request.me.text, "at": "\(request.now)",
                "kept": request.text("kept"),
                "missed": request.text("missed"), "next": request.text("next"),
            ])
        let owed = meeting.own.map(\.person).first { meeting.reviews[$0] == nil }
        let state = meeting.state == .reviewed ? [row(request, ["state": meeting.state.rawValue])] : []
        return StepOutcome(
            request.subject, [own] + state,
            next: owed == nil
                ? StepNext(LocalizedText(en: "all have looked back on it", ru: "разобрали все"))
                : StepNext(
                    LocalizedText(en: "the others look back on it", ru: "разбирают остальные"), who: owed,
                    by: meeting.at.day.adding(days: 1)))
    }
}
