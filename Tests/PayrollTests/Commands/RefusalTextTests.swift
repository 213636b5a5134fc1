import Ledger
import Messages
import Payroll
import Periods
import Quantities
import Testing

@testable import Storage

/// Every refusal has a code of its own, and says in both languages what is the matter.
struct RefusalTextTests {
    private static let rouble = Currency(code: "RUB")

    private static let restore = Restore(
        left: nil, backup: AuditHead(number: 1, digest: ""), keptAs: "", reason: "ДИСК", actor: "ОЛЬГА",
        at: "2026-02-04")

    /// One of each, with arguments in Cyrillic capitals, which no sentence of ours has.
    private static let all: [Refusal] = [
        .notAllowed(actor: "АННА", .pay), .outOfReach(actor: "АННА", .seePay, person: "БЭЛЛА"),
        .notAPerson(actor: "АННА"), .ownPay(period: "2026-01", actor: "АННА"),
        .sameApprover(period: "2026-01", actor: "АННА"), .notAnApprover(actor: "АННА", approvers: ["ВЕРА"]),
        .ownAdjustment(actor: "АННА"), .ownProposal(7, actor: "АННА"), .decisionOnOwnPay(7, actor: "АННА"),
        .ownDispute(7, actor: "АННА"), .noSuchPeriod("2026-13"), .notAPayPeriod("2026", kind: .month),
        .noSuchPerson("КАРЛ"), .zeroAmount, .tooFine(1, rouble), .tooLarge(1, most: 1, rouble), .givingCut(7),
        .empty(.reason), .otherPeriods("2026-01", "2026-02"), .noSuchAdjustment(7), .noSuchDispute(7), .nothingImported,
        .notCalculated(period: "2026-01"), .notPaid(period: "2026-01"), .nothingToCompare(period: "2026-01", runs: 1),
        .outOfOrder(period: "2026-01", .open, .pay), .otherRun(period: "2026-01", approving: "1", current: "2"),
        .openDisputes(period: "2026-01", count: 2), .earlierUnapproved(period: "2026-02", earlier: "2026-01"),
        .earlierUnclosed(period: "2026-02", earlier: "2026-01", .paid),
        .laterApproved(period: "2026-01", later: "2026-02"), .stale(period: "2026-01"), .rowsMovedOn,
        .stopped(period: "2026-01"),
        .decidedAlready(7, by: "АННА"),
        .notInForce(7), .withdrawalWaits(7, author: "АННА"), .answeredAlready(7, by: "АННА"), .noSum(7, with: 1),
        .adjustmentHasNoSum(7, person: "АННА"), .adjustmentOfNoPeriod(7, period: "2026"),
        .payPeriodChanged(posted: "2026-01"), .currencyChanged(posted: rouble, now: rouble),
        .otherBasis(period: "2026-01", .rows), .deviates(period: "2026-01", []),
        .paidBeforeRestore([UndonePayment(period: "2026-01", person: "АННА", amount: 1)], restore),
        .invariant(.ownPay),
    ]

    /// Words of files, which are the same in every language.
    private static let names: Set<String> = [
        "approvers", "ledger", "period", "calendar", "currency", "month", "people", "csv", "RUB",
    ]

    @Test("no code is missing, and none is there twice")
    func codes() {
        #expect(Set(Self.all.map(\.code)).count == Self.all.count)
        #expect(Set(Self.all.map(\.code)) == Set(Refusal.Code.allCases))
        #expect(Set(Self.all.map(\.kind)) == Set(Refusal.Kind.allCases))
    }

    @Test(
        "both languages have a sentence, Russian without English words, neither with those of a command line",
        arguments: all)
    func texts(refusal: Refusal) {
        let (en, ru) = (refusal.text.en, refusal.text.ru)
        #expect(en.count > 12 && ru.count > 12 && en != ru)
        for text in [en, ru] {
            #expect(!text.contains("stimul") && !text.contains("--"))
        }
        let words = ru.split { !($0.isLetter && $0.isASCII) }.map(String.init)
        #expect(words.allSatisfy { Self.names.contains($0) }, "\(words)")
        #expect(!en.contains { $0 >= "а" && $0 <= "я" })
    }

    @Test("every part of each text is there: right, state, step, what must be written, what the records do not take")
    func parts() {
        let rights = Right.allCases.map { Refusal.notAllowed(actor: "x", $0).text }
        let written = Refusal.WrittenPart.allCases.map { Refusal.empty($0).text }
        let steps = PeriodStep.Action.allCases.flatMap { action in
            PeriodState.allCases.map { Refusal.outOfOrder(period: "1", $0, action).text }
        }
        for texts in [rights, written, steps] {
            #expect(Set(texts.map(\.en)).count == texts.count)
            #expect(Set(texts.map(\.ru)).count == texts.count)
        }
        let invariants: [Invariant] = [
            .lifeCycle(.noReason("1")), .otherActor, .ownPay, .ownProposal, .amountTooLarge, .decidedTwice,
            .nothingToWithdraw, .emptyEntry,
        ]
        #expect(Set(invariants.map(\.text.ru)).count == invariants.count)
    }

    @Test("what a period waits for is the next step in each state")
    func next() {
        let steps = PeriodState.allCases.map { NextStep.after($0, of: "1") }
        #expect(
            steps == [
                .take(.calculate, period: "1"), .take(.review, period: "1"), .take(.approve, period: "1"),
                .take(.approve, period: "1"), .take(.pay, period: "1"), .take(.close, period: "1"),
                .followingPeriod(period: "1"),
            ])
    }
}
