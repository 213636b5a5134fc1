internal import AccountRows
internal import AccountSteps
internal import Accounts
internal import HTML
internal import Pages
internal import Periods

/// What is written down most often, with as few fields as it takes: a call just made, a promise just given.
struct QuickEntry {
    let pages: AccountPages

    /// The forms, folded; none on the page of another day or of somebody who may write nothing.
    var sections: [PageSection] {
        let steps = pages.beginnings([.touch, .promise])
        return [AccountObject.touch, .promise].compactMap { object in
            steps.first { $0.object == object }.map { .folded(form($0)) }
        }
    }

    private func form(_ step: AccountStep) -> SectionForm {
        var form = StepForm(pages: pages, step: step)
        form.next = pages.asked.setting.here
        form.only = Self.fields
        form.values = Self.usual
        form.values["kind"] = step.object == .touch ? "call" : "promise"
        form.values["at"] = pages.now.description
        return form.form
    }

    private static let fields: Set<String> = ["contact", "message", "minutes", "text", "due_on", "weight"]
    /// What a call and a promise usually are.
    private static let usual = [
        "direction": "out", "purpose": "proactive", "message": "news", "weight": "1",
    ]
}
