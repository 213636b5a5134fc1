import Payroll
import Testing

/// What a role may do.
struct RoleTests {
    /// `own`: himself, `team`: those he answers for, `all`: everybody, `–`: not at all.
    @Test("the matrix of roles and rights")
    func matrix() {
        #expect(
            RoleMatrix.text == """
                right               employee  head  analyst  finance  executive  auditor  administrator
                see_pay             own       team  all      all      all        all      own
                open_dispute        own       own   own      own      own        –        –
                answer_dispute      –         team  all      all      –          –        –
                propose_adjustment  –         team  all      all      –          –        –
                decide_adjustment   –         –     –        all      all        –        –
                import              –         –     all      all      –          –        –
                set_targets         –         team  all      –        –          –        –
                calculate           –         –     all      all      –          –        –
                review              –         –     all      all      –          –        –
                approve             –         –     –        all      all        –        –
                pay                 –         –     –        all      –          –        –
                close               –         –     –        all      –          –        –
                reopen              –         –     –        all      –          –        –
                see_accounts        own       team  all      all      all        all      own
                read_plans          own       team  all      all      all        all      –
                write_plans         –         –     all      –        –          –        –
                approve_plans       –         –     –        –        all        –        –
                read_ledger         own       own   all      all      all        all      –
                check_records       –         –     –        –        –          all      all
                keep_records        –         –     –        –        –          –        all
                grant_rights        –         –     –        –        –          –        all
                """)
    }

    @Test("whoever has two roles may do what one of them may, as far as the farther one reaches")
    func joined() {
        let both = Role.head.rights.joined(with: Role.executive.rights)
        #expect(both[.seePay] == .all)
        #expect(both[.answerDispute] == .team)
        #expect(both[.approve] == .all)
        #expect(both[.pay] == nil)
    }

    @Test(
        "a right reaches himself, his people, or everybody",
        arguments: [
            (Role.employee, "anna", true), (.employee, "boris", false), (.employee, "carl", false),
            (.head, "anna", true), (.head, "boris", true), (.head, "carl", false),
            (.analyst, "anna", true), (.analyst, "boris", true), (.analyst, "carl", true),
        ] as [(Role, String, Bool)])
    func reach(role: Role, person: String, sees: Bool) {
        let anna = Principal(person: "anna", rights: role.rights, team: ["boris"])
        #expect(anna.may(.seePay, for: person) == sees)
    }

    @Test("an administrator sees nobody's pay but his own, and the local operator may do everything")
    func ends() {
        let administrator = Principal(person: "olga", rights: Role.administrator.rights)
        #expect(!administrator.may(.seePay, for: "anna"))
        #expect(Right.allCases.allSatisfy { Principal.localOperator("olga").may($0) })
        #expect(Right.allCases.allSatisfy { !Principal(person: "olga", rights: .none).may($0, for: "olga") })
    }
}

/// The matrix as it is printed.
enum RoleMatrix {
    static var text: String {
        let header = ["right"] + Role.allCases.map(\.rawValue)
        let rows = Right.allCases.map { right in
            [right.rawValue]
                + Role.allCases.map { role in role.rights[right].map { String(describing: $0) } ?? "–" }
        }
        let all = [header] + rows
        let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { row in
            row.indices.map { column in
                column == row.count - 1
                    ? row[column] : row[column] + String(repeating: " ", count: widths[column] - row[column].count + 2)
            }.joined()
        }.joined(separator: "\n")
    }
}
