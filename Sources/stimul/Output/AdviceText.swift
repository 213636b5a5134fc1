internal import Messages

extension Advice {
    /// The step as the words to write on a command line, to stand behind a remedy.
    ///
    /// - Parameter company: The company's folder as the command line named it.
    func words(of company: String) -> LocalizedText {
        let folder = ShellWord.quoted(company)
        return switch self {
        case .makeCompany:
            LocalizedText(en: "'stimul new' makes a starter company", ru: "«stimul new» создаёт компанию для начала")
        case .listLibrary: LocalizedText(en: "'stimul library' lists them", ru: "список — «stimul library»")
        case .explainEvent(nil):
            LocalizedText(
                en: "'stimul explain \(folder)' with '--event' says why",
                ru: "почему — скажет «stimul explain \(folder)» с «--event»")
        case .explainEvent(let event?):
            LocalizedText(
                en: "'stimul explain \(folder) \(event.person) --event \(event.kind):\(event.id)' says more",
                ru: "подробнее — «stimul explain \(folder) \(event.person) --event \(event.kind):\(event.id)»")
        case .explainPerson:
            LocalizedText(
                en: "'stimul explain \(folder)' with such a person says why",
                ru: "почему — скажет «stimul explain \(folder)» с этим сотрудником")
        case .cancelToo(let kind):
            LocalizedText(en: "write '--cancel \"\(kind) …\"'", ru: "пишите «--cancel \"\(kind) …\"»")
        case .cancelOrChange(let kind, let id):
            LocalizedText(
                en: "write '--cancel \"\(kind) \(id ?? "…")\"', or '--change' for other values",
                ru: "пишите «--cancel \"\(kind) \(id ?? "…")\"» или «--change», чтобы изменить значения")
        case .addPlan: LocalizedText(en: "write '--with plans.yaml'", ru: "пишите «--with plans.yaml»")
        }
    }
}
