public import Periods

/// The words of the pages of plans.
public enum PlanWords {
    /// The list.
    public static let plans = Words(ru: "Планы", en: "Plans")
    /// The views of a plan.
    public static let policy = Words(ru: "Правила", en: "Policy")
    /// The YAML.
    public static let text = Words(ru: "Текст", en: "Text")
    /// What a draft changes.
    public static let effect = Words(ru: "Последствия", en: "Effect")
    /// Earlier texts.
    public static let versions = Words(ru: "Версии", en: "Versions")
    /// The draft.
    public static let edit = Words(ru: "Черновик", en: "Draft")
    /// On paper.
    public static let print = Words(ru: "Для печати", en: "To print")
    /// The figures.
    public static let kpis = Words(ru: "Показатели", en: "KPIs")
    /// No plan.
    public static let none = Words(ru: "Планов нет", en: "No plans")
    /// What follows from that.
    public static let noneText = Words(
        ru: "Ни один план вам не платит. Планы платят по должностям, подразделениям и именам.",
        en: "No plan pays you. Plans pay by position, unit and name.")
    /// A column.
    public static let plan = Words(ru: "План", en: "Plan")
    /// A column.
    public static let period = Words(ru: "Период", en: "Period")
    /// How many people a plan pays.
    public static let people = Words(ru: "Людей", en: "People")
    /// Whether there is a draft.
    public static let state = Words(ru: "Состояние", en: "State")
    /// There is a draft.
    public static let hasDraft = Words(ru: "есть черновик", en: "has a draft")
    /// The plan is in force.
    public static let inForce = Words(ru: "действует", en: "in force")
    /// The plan is not in force today.
    public static let notInForce = Words(ru: "сегодня не действует", en: "not in force today")
    /// Nothing differs.
    public static let same = Words(ru: "Тексты одинаковы.", en: "The texts are the same.")
    /// Read aloud before a line that was taken out.
    public static let wasLine = Words(ru: "было:", en: "was:")
    /// Read aloud before a line that was put in.
    public static let isLine = Words(ru: "стало:", en: "is:")
    /// What plans use.
    public static let uses = Words(ru: "По каким показателям", en: "By which figures")
    /// Columns of them.
    public static let figure = Words(ru: "Показатель", en: "Figure")
    /// How it is counted.
    public static let formula = Words(ru: "Как считается", en: "How it is counted")
    /// What it is measured in.
    public static let unit = Words(ru: "Единица", en: "Unit")
    /// An example.
    public static func example(_ name: String) -> Words { Words(ru: "Пример: \(name)", en: "Example: \(name)") }
    /// An example that the program makes.
    public static let ownExample = Words(ru: "всё по плану", en: "everything on target")
    /// What is given in an example.
    public static let given = Words(ru: "Дано", en: "Given")
    /// What an example pays.
    public static let pays = Words(ru: "Платится", en: "It pays")
    /// Together.
    public static let total = Words(ru: "Всего", en: "Total")
    /// Reading and acknowledging.
    public static let acknowledge = Words(ru: "Ознакомление", en: "Acknowledgement")
    /// The button.
    public static let read = Words(ru: "Я прочитал(а) эти правила", en: "I have read how I am paid")
    /// The reader has.
    public static func readAt(_ time: String) -> Words {
        Words(ru: "Вы подтвердили эти правила: \(time).", en: "You acknowledged these rules: \(time).")
    }
    /// The reader has read an earlier version.
    public static let readEarlier = Words(
        ru: "С тех пор как вы их подтвердили, правила изменились.",
        en: "The rules have changed since you acknowledged them.")
    /// The reader has not.
    public static let notRead = Words(
        ru: "Прочитайте правила и подтвердите. Записываются день и отпечаток текста.",
        en: "Read the rules and acknowledge them. The day and the digest of the text are noted.")
    /// The digest of the rules.
    public static let digest = Words(ru: "Отпечаток правил (SHA-256)", en: "Digest of the rules (SHA-256)")
    /// Who has.
    public static let acknowledged = Words(ru: "Кто ознакомлен", en: "Who has acknowledged")
    /// Has read what holds.
    public static let isRead = Words(ru: "ознакомлен(а)", en: "acknowledged")
    /// Has read an earlier version.
    public static let isEarlier = Words(ru: "прежняя версия", en: "an earlier version")
    /// Has not read.
    public static let isNot = Words(ru: "ещё нет", en: "not yet")
    /// Columns.
    public static let person = Words(ru: "Сотрудник", en: "Person")
    /// When.
    public static let day = Words(ru: "Когда", en: "When")
    /// On paper, who signs.
    public static let employee = Words(ru: "Сотрудник", en: "Employee")
    /// On paper, who signs for the company.
    public static let company = Words(ru: "За компанию", en: "For the company")
    /// Before the line for the day.
    public static let date = Words(ru: "Дата", en: "Date")
    /// What has been done.
    public static let thanks = Words(ru: "Записано: вы ознакомлены.", en: "Noted: you have acknowledged the rules.")
    /// The text is in the folder.
    public static let approvedNow = Words(
        ru: "Текст утверждён и записан в папку компании. Следующий расчёт считает по нему.",
        en: "The text is approved and written into the company folder. The next calculation goes by it.")

    /// A stretch of time.
    public static func time(_ kind: PeriodKind) -> CountWords {
        switch kind {
        case .day: CountWords(ru: "день", "дня", "дней", en: "day", "days")
        case .week: CountWords(ru: "неделя", "недели", "недель", en: "week", "weeks")
        case .month: CountWords(ru: "месяц", "месяца", "месяцев", en: "month", "months")
        case .quarter: CountWords(ru: "квартал", "квартала", "кварталов", en: "quarter", "quarters")
        case .half: CountWords(ru: "полугодие", "полугодия", "полугодий", en: "half-year", "half-years")
        case .year: CountWords(ru: "год", "года", "лет", en: "year", "years")
        case .all: CountWords(ru: "всё время", "всего времени", "всего времени", en: "all time", "all time")
        }
    }
}

/// The words of drafts: writing, checking, trying, approving.
public enum DraftWords {
    /// The heading of the field.
    public static func heading(_ file: String) -> Words { Words(ru: "Файл «\(file)»", en: "The file ‘\(file)’") }
    /// The field.
    public static let text = Words(ru: "Текст файла целиком", en: "The whole text of the file")
    /// What becomes of it.
    public static let hint = Words(
        ru: "Проверка сохраняет черновик. В папку компании текст попадёт после утверждения.",
        en: "Checking keeps the draft. The company folder gets the text once it is approved.")
    /// The button.
    public static let check = Words(ru: "Проверить и сохранить черновик", en: "Check and keep the draft")
    /// Dropping it.
    public static let drop = Words(ru: "Удалить черновик", en: "Drop the draft")
    /// What follows.
    public static let dropText = Words(
        ru: "Файл компании останется каким был. Сохранённые версии черновика остаются в истории записей.",
        en: "The company's file stays as it is. What was saved stays in the history of records.")
    /// It is dropped.
    public static let dropped = Words(ru: "Черновик удалён.", en: "The draft is dropped.")
    /// Nothing was found.
    public static let fine = Words(ru: "Ошибок нет, замечаний нет.", en: "No errors, and nothing to object to.")
    /// What was found.
    public static let findings = Words(ru: "Что нашла проверка", en: "What the check found")
    /// How many errors.
    public static let errors = CountWords(ru: "ошибка", "ошибки", "ошибок", en: "error", "errors")
    /// How many warnings.
    public static let warnings = CountWords(
        ru: "предупреждение", "предупреждения", "предупреждений", en: "warning", "warnings")
    /// And more of them.
    public static func more(_ count: Int) -> Words { Words(ru: "И ещё: \(count).", en: "And \(count) more.") }
    /// What differs from the file.
    public static let difference = Words(ru: "Чем черновик отличается от файла", en: "What the draft changes")
    /// What somebody else has saved.
    public static func conflict(_ author: String) -> Words {
        Words(
            ru: "Пока вы писали, черновик сохранил(а) \(author). Ваш текст ниже, ничего не потеряно.",
            en: "\(author) has saved the draft since you opened it. Your text is below; nothing is lost.")
    }
    /// What both wrote.
    public static let conflictDifference = Words(
        ru: "Чем ваш текст отличается от сохранённого", en: "What your text changes in the saved one")
    /// Saving all the same.
    public static let saveOver = Words(ru: "Сохранить мой текст поверх", en: "Save mine over it")
    /// Who saved.
    public static func saved(_ author: String, _ time: String) -> Words {
        Words(ru: "Сохранил(а) \(author), \(time).", en: "Saved by \(author), \(time).")
    }
    /// Begun from a file that has changed.
    public static let stale = Words(
        ru:
            "Файл компании изменился после начала черновика: утвердить его уже нельзя. Удалите черновик и начните с нынешнего текста.",
        en:
            "The company's file has changed since the draft was begun: it cannot be approved any more. Drop it and begin from the text of now."
    )
    /// Too large to be written in a page.
    public static let tooLong = Words(
        ru: "Файл слишком велик для страницы: измените его в папке компании.",
        en: "The file is too large for a page: change it in the company folder.")
    /// No draft yet.
    public static let none = Words(ru: "Черновика нет", en: "There is no draft")
    /// What follows.
    public static let noneText = Words(
        ru: "Показаны проверки действующего текста. Сравнение на прошлых периодах появится, когда будет черновик.",
        en: "The tests shown are those of the text in force. The back-test needs a draft.")
    /// Begin one.
    public static let begin = Words(ru: "Начать черновик", en: "Begin a draft")

    // MARK: Effect

    /// The plan's own tests.
    public static let tests = Words(ru: "Проверки, записанные в плане", en: "The plan's own tests")
    /// There is none.
    public static let noTests = Words(
        ru: "В плане нет проверок. Их пишут рядом с правилами, в разделе «tests».",
        en: "The plan carries no tests. They stand beside the rules, under tests.")
    /// A column.
    public static let test = Words(ru: "Проверка", en: "Test")
    /// A column.
    public static let component = Words(ru: "Составляющая", en: "Component")
    /// A column.
    public static let expected = Words(ru: "Ожидается", en: "Expected")
    /// A column.
    public static let actual = Words(ru: "Выходит", en: "Pays")
    /// It holds.
    public static let passed = Words(ru: "выполнено", en: "holds")
    /// It does not.
    public static let failed = Words(ru: "не выполнено", en: "does not hold")
    /// The comparison.
    public static let backTest = Words(ru: "На прошлых периодах", en: "Back-test")
    /// What it does.
    public static func backTestText(_ first: String, _ last: String) -> Words {
        Words(
            ru: "Обе стороны считаются целиком за периоды с \(first) по \(last). Ничего не записывается.",
            en: "Both sides are calculated as a whole for the periods from \(first) to \(last). Nothing is written.")
    }
    /// The button.
    public static let run = Words(ru: "Сравнить выплаты", en: "Compare the pay")
    /// It goes on.
    public static func working(_ done: Int, _ count: Int) -> Words {
        Words(ru: "Сравнение: \(done) из \(count) периодов", en: "Back-test: \(done) of \(count) periods")
    }
    /// The button.
    public static let stop = Words(ru: "Остановить", en: "Stop")
    /// What stopping does.
    public static let stopText = Words(
        ru: "Расчёт закончится после текущего периода, от него ничего не останется.",
        en: "It ends after the period it is at, and nothing of it is left.")
    /// It failed.
    public static let backTestFailed = Words(ru: "Сравнить не удалось", en: "The back-test failed")
    /// By period.
    public static let byPeriod = Words(ru: "По периодам", en: "By period")
    /// Columns.
    public static let now = Words(ru: "Сейчас", en: "Now")
    /// Columns.
    public static let then = Words(ru: "Станет", en: "Then")
    /// Columns.
    public static let change = Words(ru: "Разница", en: "Difference")
    /// Who gets more.
    public static let winners = Words(ru: "Кто выиграет", en: "Winners")
    /// Who gets less.
    public static let losers = Words(ru: "Кто проиграет", en: "Losers")
    /// Nobody.
    public static let nobody = Words(ru: "Никто.", en: "Nobody.")
    /// Steps.
    public static let steps = Words(ru: "Кто на какой ступени", en: "Who passes which step")
    /// A column.
    public static let step = Words(ru: "Ступень: от", en: "Step: from")
    /// Below the first.
    public static let below = Words(ru: "ниже первой", en: "below the first")
    /// What the counts are.
    public static let stepsText = Words(
        ru: "Сколько раз период сотрудника закончился на этой ступени.",
        en: "How often somebody's period ended on the step.")
    /// How many get more and less.
    public static func counts(_ more: Int, _ less: Int, _ same: Int) -> Words {
        Words(
            ru: "Больше получат: \(more), меньше: \(less), столько же: \(same).",
            en: "More for \(more), less for \(less), the same for \(same).")
    }
    /// Nothing was paid on either side.
    public static let nothingPaid = Words(
        ru: "За эти периоды ни одна из сторон ничего не платит.", en: "Neither side pays anything in these periods.")
    /// What has no value.
    public static func missing(_ now: Int, _ then: Int) -> Words {
        Words(
            ru: "Без значения: сейчас \(now), станет \(then). В суммах они не участвуют.",
            en: "Without a value: \(now) now, \(then) then. They are not in the sums.")
    }
    /// Only in the draft.
    public static let onlyNames = Words(ru: "Кто", en: "Who")
    /// What the chart finds.
    public static let chart = Words(
        ru: "Выплаты по периодам: сейчас и по черновику", en: "Pay by period: now and by the draft")
    /// For those who do not see it.
    public static let chartAbout = Words(
        ru: "Для каждого периода два столбца: действующий текст и черновик.",
        en: "Two bars for each period: the text in force, and the draft.")

    // MARK: Approval

    /// The page and its button.
    public static let approve = Words(ru: "Утвердить черновик", en: "Approve the draft")
    /// What follows.
    public static let follows = Words(
        ru:
            "Текст будет записан в файл папки компании, если файл ещё такой, с какого начат черновик. Утверждённые периоды не меняются; следующий расчёт идёт по новому тексту, сотрудники знакомятся с ним заново.",
        en:
            "The text is written into the file of the company folder, if the file is still what the draft began from. Posted periods stay; the next calculation goes by the new text, and people acknowledge it anew."
    )
    /// The button with the number of people.
    public static func button(_ file: String, _ people: String) -> Words {
        Words(ru: "Утвердить «\(file)»: \(people)", en: "Approve ‘\(file)’ for \(people)")
    }
    /// How many people.
    public static let forPeople = CountWords(ru: "человек", "человека", "человек", en: "person", "people")
    /// A row.
    public static let author = Words(ru: "Написал(а)", en: "Written by")
    /// A row.
    public static let file = Words(ru: "Файл", en: "File")
    /// A row.
    public static let changedPlans = Words(ru: "Меняются планы", en: "Plans that change")
    /// A row.
    public static let paidPeople = Words(ru: "По ним платят", en: "They pay")
    /// A row.
    public static let checkRow = Words(ru: "Проверка", en: "Check")
    /// A row.
    public static let testsRow = Words(ru: "Проверки планов", en: "Plan tests")
    /// A row.
    public static let backTestRow = Words(ru: "На прошлых периодах", en: "Back-test")
    /// Not tried.
    public static let notTried = Words(ru: "не сравнивали", en: "not tried")
    /// A row.
    public static let followsRow = Words(ru: "Что будет", en: "What follows")
    /// No plan of the file changes.
    public static let noPlans = Words(ru: "ни один", en: "none")

    // MARK: Versions

    /// A column.
    public static let version = Words(ru: "Версия", en: "Version")
    /// A column.
    public static let since = Words(ru: "С", en: "Since")
    /// A column.
    public static let by = Words(ru: "Кто", en: "Who")
    /// A column.
    public static let way = Words(ru: "Как появилась", en: "How it came")
    /// Approved here.
    public static func approvedBy(_ approver: String, _ author: String) -> Words {
        Words(ru: "утвердил(а) \(approver), написал(а) \(author)", en: "approved by \(approver), written by \(author)")
    }
    /// By a calculation.
    public static let calculated = Words(ru: "первый расчёт по ней", en: "first calculation by it")
    /// In the folder alone.
    public static let inFolder = Words(
        ru: "лежит в папке, по ней ещё не считали", en: "lies in the folder, not calculated by yet")
    /// What changed from the version before.
    public static let fromBefore = Words(
        ru: "Что изменилось против прежней версии", en: "What changed from the version before")
    /// The first one known.
    public static let first = Words(ru: "Это первая известная версия.", en: "This is the first version that is known.")
    /// Money difference.
    public static let money = Words(ru: "Разница в деньгах", en: "Difference in money")
    /// Too much to show.
    public static let tooMuch = Words(
        ru: "Тексты различаются слишком сильно, чтобы показать их построчно.",
        en: "The texts differ too much to be shown line by line.")
}
