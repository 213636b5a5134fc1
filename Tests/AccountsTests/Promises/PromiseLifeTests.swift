import Accounts
import Messages
import Periods
import Testing

/// p0077: Sokolova promises c034 a calculation by 20 October 2026, which Gusev shall make.
func promise(
    _ id: Key<Promise> = "p0077", made: String = "2026-10-06", due: String = "2026-10-20", recorded: String? = nil,
    origin: String? = nil, owner: Key<Person> = "sokolova", receiver: Key<Person>? = "gusev", weight: Int = 2,
    head: Key<Person>? = nil, text: String = "Расчёт доставки по трём складам", replaces: Key<Promise>? = nil
) throws -> Promise {
    try Promise(
        id, made: day(made), due: day(due), recorded: recorded.map(day), origin: origin.map(day), client: "c034",
        contact: "k0341", owner: owner, receiver: receiver, weight: try PromiseWeight(weight), weighedBy: head,
        text: text, replaces: replaces)
}

extension Promise {
    /// Done on a day and confirmed by a document on the same or another.
    func kept(on done: String, confirmed: String? = nil) throws -> Promise {
        var promise = self
        if promise.state == .made, let receiver { try promise.accept(by: receiver) }
        try promise.markDone(by: promise.owner(on: day(done)), on: day(done))
        try promise.confirm(
            Confirmation(by: .document("sale S3067"), enteredBy: "sokolova", on: day(confirmed ?? done)))
        return promise
    }
}

@Suite("Promises: their life")
struct PromiseLifeTests {
    @Test func `made, accepted by the receiver, done by the owner, confirmed by the receiver`() throws {
        var p0077 = try promise()
        try p0077.accept(by: "gusev")
        try p0077.markDone(by: "sokolova", on: day("2026-10-19"))
        try p0077.confirm(Confirmation(by: .receiver("gusev"), enteredBy: "gusev", on: day("2026-10-21")))
        #expect(p0077.state == .kept)
        #expect(p0077.isKeptInTime)
    }

    @Test func `a promise that needs nobody inside is done without being taken on`() throws {
        var promise = try promise(receiver: nil)
        #expect(promise.nextStates == [.done, .renegotiated, .void, .broken])
        try promise.markDone(by: "sokolova", on: day("2026-10-19"))
        #expect(promise.state == .done)
    }

    @Test func `done before it is taken on is refused, with what is possible`() throws {
        var p0077 = try promise()
        do {
            try p0077.markDone(by: "sokolova", on: day("2026-10-07"))
            Issue.record("it was done")
        } catch {
            #expect(error.code == "step")
            #expect(error.next == ["accepted", "renegotiated", "void", "broken"])
            #expect(error.text.ru == "promise p0077: состояние «дано», перейти в «выполнено» нельзя")
            #expect(error.remedy.en == "possible now: accepted, moved, void, broken")
        }
    }

    @Test func `the owner never confirms: not as receiver, not in a contact's name, not after handing over`() throws {
        var p0077 = try promise()
        try p0077.accept(by: "gusev")
        try p0077.markDone(by: "sokolova", on: day("2026-10-19"))
        let own = Confirmation(by: .receiver("sokolova"), enteredBy: "sokolova", on: day("2026-10-19"))
        let inContactsName = Confirmation(
            by: .contact("k0341", evidence: "t0912"), enteredBy: "sokolova", on: day("2026-10-19"))
        #expect(refusal { try p0077.confirm(own) } == "own-work")
        #expect(refusal { try p0077.confirm(inContactsName) } == "own-work")
        try p0077.handOver(to: "belov", on: day("2026-10-20"))
        #expect(refusal { try p0077.confirm(inContactsName) } == "own-work")
        #expect(p0077.state == .done)
    }

    @Test func `another may enter what the contact said, with the touch that shows it; a document needs a name`() throws
    {
        var p0077 = try promise()
        try p0077.accept(by: "gusev")
        try p0077.markDone(by: "sokolova", on: day("2026-10-19"))
        #expect(
            refusal {
                try p0077.confirm(Confirmation(by: .document(" "), enteredBy: "sokolova", on: day("2026-10-19")))
            } == "wording")
        #expect(
            refusal {
                try p0077.confirm(
                    Confirmation(by: .contact("k0341", evidence: ""), enteredBy: "head", on: day("2026-10-19")))
            } == "wording")
        try p0077.confirm(
            Confirmation(by: .contact("k0341", evidence: "t0912"), enteredBy: "head", on: day("2026-10-20")))
        #expect(p0077.isKeptInTime)
    }

    @Test func `nothing is confirmed before it is done`() throws {
        var p0077 = try promise()
        try p0077.accept(by: "gusev")
        let early = Confirmation(by: .receiver("gusev"), enteredBy: "gusev", on: day("2026-10-10"))
        #expect(refusal { try p0077.confirm(early) } == "step")
        try p0077.markDone(by: "sokolova", on: day("2026-10-19"))
        #expect(refusal { try p0077.confirm(early) } == "order-of-days")
    }

    @Test func `due before it was made is refused`() {
        #expect(refusal { _ = try promise(made: "2026-10-06", due: "2026-10-05") } == "order-of-days")
    }

    @Test(
        arguments: [(nil, "weight-by-owner"), ("sokolova", "weight-by-owner"), ("head", nil)] as [(String?, String?)])
    func `a weight of 3 is the head's to give`(head: String?, code: String?) {
        #expect(refusal { _ = try promise(weight: 3, head: head.map { Key($0) }) } == code)
    }

    @Test func `a weight raised after making, and a day moved in the row, are refused`() throws {
        let p0077 = try promise()
        #expect(refusal { try p0077.requireSame(in: try promise(weight: 1)) } == "fixed")
        #expect(refusal { try p0077.requireSame(in: try promise(due: "2026-10-30")) } == "fixed")
        var taken = p0077
        try taken.accept(by: "gusev")
        #expect(refusal { try p0077.requireSame(in: taken) } == nil)
    }

    @Test func `past its day it is broken, and may still be kept late`() throws {
        var p0077 = try promise()
        try p0077.accept(by: "gusev")
        #expect(refusal { try p0077.lapse(on: day("2026-10-20")) } == "step")
        try p0077.lapse(on: day("2026-10-21"))
        #expect(p0077.state == .broken)
        let late = try p0077.kept(on: "2026-10-23")
        #expect(late.state == .kept)
        #expect(!late.isKeptInTime)
    }

    @Test func `the client's no to the head makes a kept promise broken`() throws {
        var p0077 = try promise().kept(on: "2026-10-19")
        #expect(refusal { try p0077.deny(by: "sokolova", evidence: "call", on: day("2027-01-12")) } == "own-work")
        try p0077.deny(by: "head", evidence: "call of 12 January", on: day("2027-01-12"))
        #expect(p0077.state == .broken)
        #expect(p0077.confirmation == nil)
    }

    @Test func `the client may release us, until the day is over`() throws {
        var p0077 = try promise()
        #expect(refusal { try p0077.release(evidence: "", on: day("2026-10-20")) } == "wording")
        #expect(refusal { try p0077.release(evidence: "mail", on: day("2026-10-21")) } == "released-late")
        try p0077.release(evidence: "mail", on: day("2026-10-20"))
        #expect(p0077.state == .void)
        #expect(p0077.nextStates.isEmpty)
    }
}
