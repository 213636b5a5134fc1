/// The words of comparisons in a team.
public enum TeamCompareWords {
    /// The page.
    public static let title = Words(ru: "Сравнение", en: "Like with like")
    /// What it is for.
    public static let lead = Words(
        ru: "Рядом только те, кто на одном плане и должности. Первым тот, кому ближе всего до следующей ступени.",
        en:
            "Only those on the same plan and position stand beside each other. Whoever is nearest to his next step comes first."
    )
    /// The units.
    public static let units = Words(ru: "Подразделения", en: "Units")
    /// What it is for.
    public static let unitsLead = Words(
        ru: "Показатели не зависят от числа людей: медиана выполнения и заработок на полную ставку.",
        en: "The figures do not depend on how many people there are: median attainment, and pay for one full-time post."
    )
    /// How many groups are left out.
    public static func hidden(_ count: Int) -> Words {
        Words(ru: "Не показано групп: \(count)", en: "Groups not shown: \(count)")
    }
    /// How many units are left out.
    public static func hiddenUnits(_ count: Int) -> Words {
        Words(ru: "Не показано подразделений: \(count)", en: "Units not shown: \(count)")
    }
    /// Why.
    public static let hiddenText = Words(
        ru: "Сравнивают, когда людей не меньше пяти: иначе видно каждого в отдельности.",
        en: "A comparison takes five people at least: among fewer each is seen by himself.")
    /// A column.
    public static let reached = Words(ru: "Достигнуто", en: "Reached")
    /// A column.
    public static let attainment = Words(ru: "Выполнение плана", en: "Attainment")
    /// No target.
    public static let noTarget = Words(ru: "нет плана", en: "no target")
    /// Nobody.
    public static let nobody = Words(ru: "никто не работал", en: "nobody worked")
    /// A column.
    public static let next = Words(ru: "Следующая ступень", en: "Next step")
    /// What is left.
    public static func left(_ left: String, _ bound: String) -> Words {
        Words(ru: "осталось \(left) до \(bound)", en: "\(left) more to \(bound)")
    }
    /// The last one is reached.
    public static let allReached = Words(ru: "все ступени пройдены", en: "all steps are reached")
    /// How many.
    public static func steps(_ reached: Int, _ count: Int) -> Words {
        count == 0
            ? Words(ru: "ступеней нет", en: "no steps")
            : Words(ru: "пройдено ступеней: \(reached) из \(count)", en: "\(reached) of \(count) steps reached")
    }
    /// For those who do not see it.
    public static let bulletAbout = Words(
        ru: "Полоса от нуля до достигнутого, черта плана и метки ступеней.",
        en: "A bar from zero to what was reached, a line for the target, marks for the steps.")
    /// The drawings.
    public static let trends = Words(ru: "Шесть периодов", en: "Six periods")
    /// Units' pay beside their budgets.
    public static let budgets = Words(ru: "Выплаты и бюджет", en: "Pay and budget")
    /// A column.
    public static let budget = Words(ru: "Бюджет", en: "Budget")
    /// A column.
    public static let leftOfBudget = Words(ru: "Осталось", en: "Left")
    /// The reader may not know of everybody in the unit.
    public static let notAllYours = Words(
        ru: "в подразделении есть люди, чьих выплат вам не видно",
        en: "some of its people are not yours to see")
    /// A column.
    public static let fullTime = Words(ru: "Полных ставок", en: "Full-time posts")
    /// A column.
    public static let medianAttainment = Words(ru: "Медиана выполнения", en: "Median attainment")
    /// A column.
    public static let perFullTime = Words(ru: "На полную ставку", en: "For a full-time post")
    /// The drawing.
    public static let unitsChart = Words(ru: "Медиана выполнения по подразделениям", en: "Median attainment by unit")
    /// For those who do not see it.
    public static let unitsAbout = Words(ru: "По столбцу на подразделение.", en: "A bar for each unit.")
}
