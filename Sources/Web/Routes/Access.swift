internal import HTML
internal import Pages
internal import Payroll

/// Who may ask for a route, as a value: what the router checks is what the matrix prints and the tests try.
enum Access: Hashable, Sendable {
    /// Anybody, signed in or not.
    case anybody
    /// Whoever has given the right password, whether the code is still to come or not.
    case halfSignedIn
    /// Whoever is signed in, about himself.
    case signedIn
    /// Whoever may see the pay of a person: himself, his people on their days there, or everybody's; else the page is not there.
    case pay
    /// Whoever answers for people.
    case team
    /// Whoever is signed in, about key accounts: his own, those of his people, or all.
    case accounts
    /// Whoever has a role with a client, heads somebody who has, or sees everything; else the page is not there.
    case account
    /// Whoever has one of some rights over everybody.
    case right([Right])
    /// Whoever has one of some rights over everybody, or a right to what is his own.
    case rightOrOwn(Right)
    /// Only from this machine.
    case loopback

    /// For the matrix.
    var words: Words {
        switch self {
        case .anybody: Words(ru: "все", en: "anybody")
        case .halfSignedIn: Words(ru: "после пароля", en: "after the password")
        case .signedIn: Words(ru: "каждый, о себе", en: "everybody, about himself")
        case .pay:
            Words(
                ru: "сам; руководитель за дни подчинения; " + Self.roles([.seePay], .ru),
                en: "oneself; a head, for the days; " + Self.roles([.seePay], .en))
        case .team: Words(ru: "руководитель", en: "head")
        case .accounts:
            Words(
                ru: "своё; руководитель за своих; " + Self.roles([.seeAccounts], .ru),
                en: "one's own; a head, of his people; " + Self.roles([.seeAccounts], .en))
        case .account:
            Words(
                ru: "кто ведёт клиента и руководители над ним; " + Self.roles([.seeAccounts], .ru),
                en: "who looks after the client and heads above; " + Self.roles([.seeAccounts], .en))
        case .right(let rights): Words(ru: Self.roles(rights, .ru), en: Self.roles(rights, .en))
        case .rightOrOwn(let right):
            Words(
                ru: "своё; всё — " + Self.roles([right], .ru), en: "one's own; all: " + Self.roles([right], .en))
        case .loopback: Words(ru: "с этой машины", en: "from this machine")
        }
    }

    /// The roles that have one of some rights over everybody.
    static func roles(_ rights: [Right]) -> [Duty] {
        Duty.allCases.filter { role in rights.contains { role.rights[$0] == .all } }
    }

    private static func roles(_ rights: [Right], _ language: PageLanguage) -> String {
        roles(rights).map { AdministrationWords.role($0.rawValue)[language] }.joined(separator: ", ")
    }
}
