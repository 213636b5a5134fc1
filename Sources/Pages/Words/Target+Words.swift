/// The words of the pages of targets and assignments.
public enum TargetWords {
    /// The page.
    public static let targets = Words(ru: "Цели", en: "Targets")
    /// Choosing.
    public static let which = Words(ru: "Какие цели", en: "Which targets")
    /// Of what.
    public static let metric = Words(ru: "Показатель", en: "Metric")
    /// The first period.
    public static let from = Words(ru: "С периода", en: "From period")
    /// What it looks like.
    public static let fromHint = Words(ru: "Например, 2026-01", en: "For instance 2026-01")
    /// The button.
    public static let show = Words(ru: "Показать", en: "Show")
    /// Whose they are.
    public static let whose = Words(ru: "Чья цель", en: "Whose")
    /// How to write.
    public static let text = Words(
        ru: "Пустая ячейка — цели нет: отменится та, что была. Сохраняется всё сразу.",
        en: "An empty cell is no target: one that was there is cancelled. Everything is saved at once.")
    /// The button.
    public static let save = Words(ru: "Сохранить цели", en: "Save the targets")
    /// Done.
    public static let saved = Words(ru: "Цели сохранены.", en: "The targets are saved.")
    /// Not a number.
    public static let noNumber = Words(
        ru: "Впишите число, например 2 000 000,50", en: "Write a number, such as 2,000,000.50")
    /// Somebody else.
    public static let conflict = Words(
        ru:
            "Пока вы писали, цели изменил кто-то другой. Ничего не сохранено; ваши числа остались в полях. Сохраните ещё раз, если они верны.",
        en:
            "Somebody else has changed the targets while you wrote. Nothing was saved; your figures are still in the fields. Save again if they are right."
    )
    /// What it is now.
    public static func standsNow(_ value: String) -> Words {
        Words(ru: "Теперь здесь \(value)", en: "Now it is \(value)")
    }
    /// Nobody.
    public static let nobody = Words(ru: "В этих периодах никого нет", en: "Nobody is there in these periods")
    /// Why.
    public static let nobodyText = Words(
        ru: "Люди появятся здесь, когда у них будет назначение.", en: "People come here with an assignment.")
    /// Ways.
    public static let earlier = Words(ru: "Раньше", en: "Earlier")
    /// Ways.
    public static let following = Words(ru: "Позже", en: "Later")
    /// Ways.
    public static let before = Words(ru: "Предыдущие строки", en: "Previous rows")
    /// Ways.
    public static let after = Words(ru: "Следующие строки", en: "Next rows")

    // MARK: Proposals

    /// A head's page.
    public static let propose = Words(ru: "Предложить цели", en: "Propose targets")
    /// What it does.
    public static let proposeText = Words(
        ru: "Предложение ничего не меняет, пока его не примут. Пустая ячейка отзывает ваше предложение.",
        en: "A proposal changes nothing before it is accepted. An empty cell takes yours back.")
    /// Done.
    public static let proposed = Words(ru: "Предложения отправлены.", en: "The proposals are sent.")
    /// What was proposed.
    public static let proposals = Words(ru: "Что предложено", en: "What was proposed")
    /// Columns.
    public static let value = Words(ru: "Предложено", en: "Proposed")
    /// Columns.
    public static let who = Words(ru: "Кто", en: "Who")
    /// Columns.
    public static let period = Words(ru: "Период", en: "Period")
    /// Deciding.
    public static let decide = Words(ru: "Решить о предложениях", en: "Decide about proposals")
    /// Choices.
    public static let accept = Words(ru: "принять", en: "accept")
    /// Choices.
    public static let decline = Words(ru: "отклонить", en: "decline")
    /// Choices.
    public static let later = Words(ru: "позже", en: "later")
    /// Whose target it would be.
    public static func proposal(_ person: String, _ period: String, _ value: String, _ actor: String) -> Words {
        Words(
            ru: "\(person), \(period): \(value) — предлагает \(actor)",
            en: "\(person), \(period): \(value), proposed by \(actor)")
    }

    // MARK: Assignments

    /// The page.
    public static let assignments = Words(ru: "Назначения", en: "Assignments")
    /// A new one.
    public static let newAssignment = Words(ru: "Новое назначение", en: "New assignment")
    /// Changing one.
    public static let changeAssignment = Words(ru: "Изменить назначение", en: "Change an assignment")
    /// In force.
    public static let onDay = Words(ru: "Действуют на день", en: "In force on")
    /// All.
    public static let everyDay = Words(ru: "Все, и прошлые", en: "All, past ones too")
    /// Today.
    public static let today = Words(ru: "Действующие", en: "Those in force")
    /// None.
    public static let none = Words(ru: "Назначений нет", en: "There are no assignments")
    /// Why.
    public static let noneText = Words(
        ru: "Назначение говорит, кто, с какого дня, на какой позиции и кому подчинён.",
        en: "An assignment says who holds which position since when, and to whom he reports.")
    /// Columns.
    public static let person = Words(ru: "Сотрудник", en: "Person")
    /// Columns.
    public static let position = Words(ru: "Позиция", en: "Position")
    /// Columns.
    public static let unit = Words(ru: "Подразделение", en: "Unit")
    /// Columns.
    public static let manager = Words(ru: "Руководитель", en: "Manager")
    /// Columns.
    public static let start = Words(ru: "С какого дня", en: "From")
    /// Columns.
    public static let end = Words(ru: "До какого дня, не включая", en: "Until, without that day")
    /// Columns.
    public static let share = Words(ru: "Доля ставки", en: "Share of full time")
    /// What a day looks like.
    public static let dayHint = Words(ru: "Например, 2026-03-15", en: "For instance 2026-03-15")
    /// Open.
    public static let open = Words(ru: "Пусто — бессрочно", en: "Empty: without end")
    /// The whole.
    public static let whole = Words(ru: "Пусто — полная ставка; половина — 50%", en: "Empty: full time; half is 50%")
    /// No choice.
    public static let nobodyAbove = Words(ru: "— никому —", en: "— nobody —")
    /// The button.
    public static let saveAssignment = Words(ru: "Сохранить назначение", en: "Save the assignment")
    /// Done.
    public static let savedAssignment = Words(ru: "Назначение сохранено.", en: "The assignment is saved.")
    /// Somebody else.
    public static let changedSince = Words(
        ru: "Это назначение изменил кто-то другой. Ничего не сохранено; ниже — ваши значения и то, что стоит теперь.",
        en:
            "Somebody else has changed this assignment. Nothing was saved; below are your values and what stands there now."
    )
    /// What identifies it.
    public static let keyText = Words(
        ru: "Человека, позицию, подразделение и первый день не меняют: закончите это назначение и добавьте другое.",
        en: "Person, position, unit and first day stay: end this assignment and add another one.")
}
