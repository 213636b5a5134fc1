/// The words of the pages of key account work.
public enum KeyAccountWords {
    /// What one does this week.
    public static let week = Words(ru: "Моя неделя", en: "My week")
    /// The week of another one.
    public static let weekOf = Words(ru: "Неделя сотрудника", en: "Week of a person")
    /// The list.
    public static let accounts = Words(ru: "Ключевые клиенты", en: "Key accounts")
    /// The list, in the header.
    public static let clients = Words(ru: "Клиенты", en: "Accounts")
    /// One of them.
    public static let account = Words(ru: "Ключевой клиент", en: "Key account")
    /// What needs somebody.
    public static let radar = Words(ru: "Радар", en: "Radar")
    /// How they are chosen.
    public static let rounds = Words(ru: "Отбор", en: "Selection")
    /// One round.
    public static let round = Words(ru: "Раунд отбора", en: "Selection round")
    /// Ideas and obstacles.
    public static let suggestions = Words(ru: "Предложения", en: "Suggestions")
    /// Trainings.
    public static let learning = Words(ru: "Обучение", en: "Learning")
    /// A meeting.
    public static let meeting = Words(ru: "Лист встречи", en: "Meeting sheet")
    /// A step of the work.
    public static let step = Words(ru: "Шаг работы с клиентом", en: "A step with an account")
    /// Another day is seen.
    public static func seenOn(_ day: String) -> Words {
        Words(ru: "Так это выглядело на \(day).", en: "As it stood on \(day).")
    }
    /// Back to today.
    public static let today = Words(ru: "На сегодня", en: "As of today")
    /// Printing.
    public static let print = Words(
        ru: "Для печати откройте печать браузера: страница умещается на листе.",
        en: "To print it, use the printer of your browser: it is made for A4.")
    /// How many.
    public static let count = CountWords(ru: "клиент", "клиента", "клиентов", en: "account", "accounts")
    /// Who looks after it.
    public static let manager = Words(ru: "Менеджер", en: "Account manager")
    /// Nobody.
    public static let nobody = Words(ru: "никто не ведёт", en: "nobody looks after it")
    /// The tier.
    public static let tier = Words(ru: "класс", en: "tier")
    /// The rung.
    public static let rung = Words(ru: "ступень", en: "rung")
    /// Nothing there.
    public static let none = Words(ru: "Ключевых клиентов нет", en: "No key accounts")
    /// What follows.
    public static let noneText = Words(
        ru: "На этот день за вами и вашими людьми клиентов нет.",
        en: "Neither you nor your people look after any account on this day.")
    /// By manager.
    public static let byManager = Words(ru: "По менеджерам", en: "By account manager")
    /// Columns of that.
    public static let alarms = Words(ru: "Тревог", en: "Alarms")
    /// Columns of that.
    public static let warnings = Words(ru: "Предупреждений", en: "Warnings")
    /// Columns of that.
    public static let lateCalls = Words(ru: "Звонков с опозданием", en: "Calls late")
    /// Columns of that.
    public static let latePromises = Words(ru: "Просрочено обещаний", en: "Promises overdue")
    /// The whole list.
    public static let all = Words(ru: "Все клиенты", en: "All accounts")
    /// The day.
    public static let choose = Words(ru: "Выберите, чьих клиентов показать", en: "Choose whose accounts to see")
    /// Too many.
    public static let tooMany = Words(
        ru: "Клиентов слишком много для одной страницы.", en: "There are too many accounts for one page.")
    /// Why there is none.
    public static let calm = Words(ru: "ничто не давит", en: "nothing presses")
    /// Health.
    public static let health = Words(ru: "здоровье", en: "health")
    /// A call.
    public static let callBy = Words(ru: "звонок до", en: "call by")
    /// Promises.
    public static let promisesOpen = CountWords(
        ru: "обещание", "обещания", "обещаний", en: "promise open", "promises open")
    /// Late ones.
    public static let late = Words(ru: "из них просрочено", en: "overdue")
    /// Sales.
    public static let sales = Words(ru: "продажи за 91 день", en: "sales of 91 days")
    /// Against all.
    public static let toPeers = Words(ru: "к остальным клиентам", en: "against other accounts")
    /// Overdue.
    public static let overdue = Words(ru: "просрочена оплата", en: "money overdue")
    /// Days.
    public static let days = CountWords(ru: "день", "дня", "дней", en: "day", "days")
}

/// The words of somebody's week.
public enum WeekWords {
    /// What presses most.
    public static let first = Words(ru: "Сначала", en: "First")
    /// None.
    public static let firstNone = Words(
        ru: "Ничто не горит: хороший день для упреждающего звонка.",
        en: "Nothing is on fire: a good day for a call of your own accord.")
    /// Calls.
    public static let calls = Words(ru: "Упреждающие звонки", en: "Calls of your own accord")
    /// None.
    public static let callsNone = Words(ru: "До конца недели звонить никому не нужно.", en: "No call is due this week.")
    /// Promises.
    public static let owed = Words(ru: "Обещано мной", en: "Promises I owe")
    /// None.
    public static let owedNone = Words(ru: "Открытых обещаний нет.", en: "No promise is open.")
    /// What colleagues owe.
    public static let owedToMe = Words(ru: "Жду от коллег", en: "What I wait for from colleagues")
    /// None.
    public static let owedToMeNone = Words(ru: "От коллег ждать нечего.", en: "Nothing is owed by colleagues.")
    /// Meetings.
    public static let meetings = Words(ru: "Встречи", en: "Meetings")
    /// None.
    public static let meetingsNone = Words(ru: "На этой неделе встреч больше нет.", en: "No more meetings this week.")
    /// Changes.
    public static let changes = Words(ru: "С прошлой недели", en: "Since last week")
    /// None.
    public static let changesNone = Words(ru: "Ничего не изменилось.", en: "Nothing has changed.")
    /// The rest.
    public static let others = Words(ru: "Ещё открыто", en: "Also open")
    /// Pay.
    public static func pay(_ quarter: String) -> Words {
        Words(ru: "Что это значит для выплаты, \(quarter)", en: "What it means for pay, \(quarter)")
    }
    /// Days in norm.
    public static let norm = Words(ru: "Дни в норме звонков", en: "Days in norm of calls")
    /// Promises.
    public static let kept = Words(ru: "Сдержано обещаний", en: "Promises kept")
    /// If nothing happens.
    public static func ifNobodyCalls(_ figure: String) -> Words {
        Words(ru: "если больше не звонить: \(figure)", en: "if nobody calls any more: \(figure)")
    }
    /// If nothing happens.
    public static func ifNothingIsDone(_ figure: String) -> Words {
        Words(ru: "если больше ничего не сделать: \(figure)", en: "if nothing more is done: \(figure)")
    }
    /// So many of so many.
    public static func of(_ part: Int, _ whole: Int, _ share: String) -> Words {
        Words(ru: "\(part) из \(whole), \(share)", en: "\(part) of \(whole), \(share)")
    }
    /// In a sentence.
    public static func lead(calls: Int, promises: Int, meetings: Int) -> Words {
        Words(
            ru: "Звонков: \(calls). Открытых обещаний: \(promises). Встреч: \(meetings).",
            en: "Calls due: \(calls). Promises open: \(promises). Meetings: \(meetings).")
    }
    /// Nobody's week.
    public static let nothing = Words(
        ru: "На этой неделе дел с ключевыми клиентами нет", en: "No key account work this week")
    /// What follows.
    public static let nothingText = Words(
        ru: "Здесь появятся звонки, обещания и встречи, когда у вас будут клиенты или поручения по ним.",
        en: "Calls, promises and meetings show here once you have accounts, or something is asked of you.")
    /// Whom to call.
    public static func call(_ whom: String) -> Words { Words(ru: "Позвонить: \(whom)", en: "Call \(whom)") }
    /// Nobody to call.
    public static let nobodyToCall = Words(
        ru: "Нет человека с достаточным влиянием: узнайте, кто решает.",
        en: "Nobody there has power enough: find out who decides.")
    /// The last call.
    public static func lastCall(_ day: String) -> Words {
        Words(ru: "последний звонок \(day)", en: "last call \(day)")
    }
    /// None so far.
    public static let neverCalled = Words(ru: "ещё не звонили", en: "never called")
    /// Late.
    public static func late(_ days: String) -> Words { Words(ru: "опоздание \(days)", en: "\(days) late") }
    /// Today.
    public static let today = Words(ru: "сегодня", en: "today")
    /// Until a day.
    public static func until(_ day: String) -> Words { Words(ru: "до \(day)", en: "by \(day)") }
    /// Overdue.
    public static func overdue(_ days: String) -> Words { Words(ru: "просрочено \(days)", en: "\(days) overdue") }
    /// A colleague's part.
    public static func with(_ person: String) -> Words { Words(ru: "исполняет \(person)", en: "with \(person)") }
    /// Whose promise.
    public static func promisedBy(_ person: String) -> Words {
        Words(ru: "обещал(а) \(person)", en: "promised by \(person)")
    }
    /// The sheet is complete.
    public static let ready = Words(ru: "лист готов", en: "sheet ready")
    /// It lacks something.
    public static let lacks = Words(ru: "лист не готов", en: "sheet not ready")
    /// A finding is new.
    public static let new = Words(ru: "новое", en: "new")
    /// A finding is gone.
    public static let gone = Words(ru: "закрыто", en: "gone")
    /// What to do first.
    public static func firstAction(_ action: String) -> Words { Words(ru: "→ \(action)", en: "→ \(action)") }
    /// Since a day.
    public static func since(_ day: String) -> Words { Words(ru: "с \(day)", en: "since \(day)") }
    /// More than fit.
    public static let more = Words(ru: "Остальное — на радаре", en: "The rest is on the radar")
    /// Weeks of one's people.
    public static let ofPeople = Words(ru: "Недели ваших людей", en: "Weeks of your people")
}
