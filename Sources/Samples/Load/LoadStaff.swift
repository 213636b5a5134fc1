/// The people of the load company in four levels: sellers, leads, regional heads, directors.
struct LoadStaff {
    let people: Int
    let leads: Int
    let regionals: Int
    let directors: Int

    init(people: Int) {
        self.people = people
        leads = max(1, people * 9 / 100)
        regionals = max(1, people * 9 / 1000)
        directors = max(1, people / 1000)
    }

    var sellers: Int { people - leads - regionals - directors }

    /// 0 for sellers to 3 for directors.
    func level(of person: Int) -> Int {
        switch person {
        case ..<sellers: 0
        case ..<(sellers + leads): 1
        case ..<(people - directors): 2
        default: 3
        }
    }

    /// To whom the person reports; nil for directors.
    func manager(of person: Int) -> Int? {
        switch level(of: person) {
        case 0: sellers + person * leads / sellers
        case 1: sellers + leads + (person - sellers) * regionals / leads
        case 2: people - directors + (person - sellers - leads) * directors / regionals
        default: nil
        }
    }

    /// The department: the place of the director above.
    func department(of person: Int) -> Int {
        var top = person
        while let manager = manager(of: top) { top = manager }
        return top - (people - directors)
    }

    static let positions = ["seller", "lead", "regional", "director"]
}
