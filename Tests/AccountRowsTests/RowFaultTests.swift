import AccountRows
import Company
import Foundation
import Messages
import Testing

/// What is said of rows that cannot be taken: a row that pays must obey the rules of promises.
struct RowFaultTests {
    static let head =
        "id,made_on,due_on,client,owner,receiver,kind,weight,text,recorded_on,state,done_on,confirmed_on,confirmed_by,evidence,weighed_by,ended_on\n"

    @Test("The company without faults says nothing")
    func noFault() {
        #expect(SmallBook.said() == [])
        #expect(SmallBook.said(["commitment.csv": Self.head + Self.kept]) == [])
    }

    static let kept = "p1,2026-04-01,2026-04-10,c1,anna,,promise,2,Price list,,kept,2026-04-09,2026-04-10,sale 1,,,"

    @Test(
        "A promise that breaks a rule is refused with its reason, at its line",
        arguments: [
            // Whoever is paid by a promise never confirms it.
            (
                "p1,2026-04-01,2026-04-10,c1,anna,boris,promise,2,Price list,,kept,2026-04-09,2026-04-10,anna,,,",
                "account-own-work commitment.csv:2: anna cannot confirm, accept or examine promise p1: it is his own"
            ),
            // The weight that counts most is the head's.
            (
                "p1,2026-04-01,2026-04-10,c1,anna,,promise,3,Price list,,made,,,,,,",
                "account-weight-by-owner commitment.csv:2: promise p1: weight 3 is set by the head"
            ),
            // A word alone is no promise kept.
            (
                "p1,2026-04-01,2026-04-10,c1,anna,,promise,2,Price list,,kept,,2026-04-10,sale 1,,,",
                "account-field commitment.csv:2: commitment p1: 'done_on' is empty"
            ),
            (
                "p1,2026-04-01,2026-04-10,c1,anna,,promise,2,Price list,,kept,2026-04-09,2026-04-10,,,,",
                "account-field commitment.csv:2: commitment p1: 'confirmed_by' is empty"
            ),
            (
                "p1,2026-04-10,2026-04-01,c1,anna,,promise,2,Price list,,made,,,,,,",
                "account-order-of-days commitment.csv:2: promise p1: due 2026-04-01 comes before made 2026-04-10"
            ),
            // Released once its day is over, it would hide a broken promise.
            (
                "p1,2026-04-01,2026-04-10,c1,anna,,promise,2,Price list,,void,,,,mail,,2026-04-13",
                "account-released-late commitment.csv:2: promise p1 was due 2026-04-10 and is not released later"
            ),
            (
                "p1,2026-04-01,2026-04-10,c1,anna,,promis,2,Price list,,made,,,,,,",
                "account-word commitment.csv:2: commitment p1: 'kind' is 'promis'"
            ),
            (
                "p1,2026-04-01,2026-04-10,c1,anna,,promise,5,Price list,,made,,,,,,",
                "account-outside-scale commitment.csv:2: weight of a promise: 5 is outside 1–3"
            ),
        ])
    func promiseFault(_ row: String, _ said: String) {
        #expect(SmallBook.said(["commitment.csv": Self.head + row]) == [said])
    }

    @Test(
        "Other rows say what is wrong with them",
        arguments: [
            (
                "touch.csv",
                "id,at,client,person,kind,direction,purpose,source\nt1,2026-04-01 25:00,c1,anna,call,out,reply,crm",
                "not-a-moment touch.csv:2:4: 'at' is '2026-04-01 25:00', which is no day with a time"
            ),
            (
                "touch.csv",
                "id,at,client,person,kind,direction,purpose,source\nt1,2026-04-01,c1,anna,phone,out,reply,crm",
                "account-word touch.csv:2: touch t1: 'kind' is 'phone'"
            ),
            (
                "account.csv", "id,client,status,tier,from\n1,c1,key,C,2025-01-01",
                "account-word account.csv:2: account 1: 'tier' is 'C'"
            ),
            (
                "account.csv", "id,client,status,tier,from\n1,c1,watch,A,2025-01-01",
                "account-field account.csv:2: account 1: 'reason' is empty"
            ),
            (
                "contact.csv", "id,client,power,from\nk1,c1,11,2025-01-01\nk2,c1,1,2025-01-01",
                "account-outside-scale contact.csv:2: power: 11 is outside 0–10"
            ),
        ])
    func otherFaults(_ file: String, _ table: String, _ said: String) {
        #expect(SmallBook.said([file: table]) == [said])
    }

    @Test("Formulas see neither a personal field, nor the minute of a moment, nor enter what is derived")
    func unseen() {
        func said(_ formula: String) -> [String] {
            SmallBook.said(["metrics.yaml": "metrics:\n  x: {unit: pieces, value: \(formula)}"]).map {
                String($0.prefix { $0 != " " })
            }
        }
        #expect(said("count(touch where touch.contact.function = \"purchasing\")") == [])
        #expect(said("count(touch where touch.contact.email = \"x\")") == ["unknown-name"])
        #expect(said("count(touch where touch.at.minute > 600 min)") == ["unknown-name"])
        // A table of what is derived is read by nothing.
        let warnings = CompanyReader.read(SmallBook.changed(["account_month.csv": "id,client\n1,c1"])).diagnostics
        #expect(warnings.contains { $0.code == "unread-table" && $0.place?.file == "account_month.csv" })
    }

    @Test("A company without the section has none of these kinds")
    func withoutAccounts() throws {
        let text = try #require(SmallBook.files["company.yaml"])
        let own = text.prefix(upTo: try #require(text.range(of: "accounts:")).lowerBound)
        let model = try SmallBook.model([
            "company.yaml": String(own), "account.csv": nil, "contact.csv": nil, "touch.csv": nil,
        ])
        #expect(model.eventKinds.map(\.name) == ["sale", "return", "complaint"])
        #expect(model.accountBook == nil)
    }
}
