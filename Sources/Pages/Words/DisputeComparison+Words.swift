/// The words of comparing a statement with what somebody expected.
public enum ComparisonWords {
    /// The form.
    public static let heading = Words(ru: "Что вы ожидали?", en: "What did you expect?")
    /// What it is for.
    public static let about = Words(
        ru: "Заполните то, что знаете. Страница найдёт первую строку, которая расходится, и подготовит текст.",
        en: "Fill in what you know. The page finds the first line that differs and prepares the text.")
    /// What was to be payable.
    public static let payable = Words(ru: "К выплате", en: "Payable")
    /// What the statement says.
    public static func stated(_ amount: String) -> Words {
        Words(ru: "В листке: \(amount)", en: "The statement says \(amount)")
    }
    /// One's own table.
    public static let deals = Words(ru: "Ваша таблица сделок", en: "Your own table of deals")
    /// How it is written.
    public static let dealsHint = Words(
        ru: "Номер и сумма в каждой строке, можно скопировать из таблицы. Пример: 4711; 57 400,00",
        en: "A number and an amount in each line, copied from a spreadsheet or typed. Example: 4711; 57,400.00")
    /// The form with a file.
    public static let table = Words(ru: "Или загрузите таблицу", en: "Or bring a table")
    /// What is read of it.
    public static let aboutTable = Words(
        ru: "CSV или книга Excel: в первой колонке номер сделки, в последней — сумма. Файл не сохраняется.",
        en:
            "CSV or a workbook: the number of the deal in the first column, its amount in the last. The file is not kept."
    )
    /// The button of the form with a file.
    public static let compareTable = Words(ru: "Сравнить таблицу", en: "Compare the table")
    /// Nothing in the file was understood.
    public static let emptyTable = Words(
        ru: "В таблице нет строк с номером сделки. Номер должен стоять в первой колонке, сумма — в последней.",
        en: "No row of the table has the number of a deal. It stands in the first column, the amount in the last.")
    /// The button.
    public static let compare = Words(ru: "Сравнить", en: "Compare")
    /// Nothing was filled in.
    public static let empty = Words(
        ru: "Заполните хотя бы одну сумму, например 57 400,00.", en: "Fill in at least one amount, such as 57,400.00.")
    /// What was written is no amount.
    public static let noAmount = Words(
        ru: "Введите сумму, например 57 400,00.", en: "Enter an amount, such as 57,400.00.")
    /// All agrees.
    public static let agrees = Words(
        ru: "Расхождений нет: всё, что вы указали, совпадает с листком.",
        en: "Nothing differs: all that you entered agrees with the statement.")
    /// The table of differences.
    public static let differences = Words(ru: "Что расходится", en: "What differs")
    /// The first line.
    public static let first = Words(ru: "Первая строка, которая расходится", en: "The first line that differs")
    /// Columns.
    public static let line = Words(ru: "Строка", en: "Line")
    /// One's own.
    public static let mine = Words(ru: "У вас", en: "Yours")
    /// The statement's.
    public static let theirs = Words(ru: "В листке", en: "Statement")
    /// Mine less theirs.
    public static let difference = Words(ru: "Разница", en: "Difference")
    /// Why.
    public static let because = Words(ru: "Почему", en: "Why")
    /// There is no such line.
    public static let absentMine = Words(ru: "у вас нет такой строки", en: "you have no such line")
    /// There is no such line.
    public static let absentTheirs = Words(ru: "в листке нет такой строки", en: "the statement has no such line")
    /// What comes to exactly the difference.
    public static func explains(_ what: String) -> Words {
        Words(ru: "Ровно на эту сумму: \(what).", en: "Exactly this much: \(what).")
    }
    /// A line of the table that was not understood.
    public static func fault(_ line: Int, _ text: Words) -> Words {
        Words(ru: "Строка \(line): \(text.ru).", en: "Line \(line): \(text.en).")
    }
    /// The event is unknown.
    public static let unknown = Words(ru: "такой сделки в данных нет", en: "there is no such deal in the data")
    /// More than are shown.
    public static func more(_ count: Int) -> Words {
        Words(
            ru: "Показаны первые строки; всего расхождений: \(count).",
            en: "The first lines are shown; \(count) differ.")
    }

    // MARK: Where a dispute stands

    /// What was done.
    public static let timeline = Words(ru: "Ход", en: "Timeline")
    /// When.
    public static let when = Words(ru: "Когда", en: "When")
    /// Who.
    public static let who = Words(ru: "Кто", en: "Who")
    /// What.
    public static let what = Words(ru: "Что", en: "What")
    /// Opened.
    public static let opened = Words(ru: "Возражение отправлено", en: "Dispute sent")
    /// Answered.
    public static let answered = Words(ru: "Дан ответ", en: "Answered")
    /// Whose turn it is.
    public static func turn(_ heads: String, _ since: String) -> Words {
        heads.isEmpty
            ? Words(
                ru: "Ждёт ответа аналитика или бухгалтерии с \(since).",
                en: "Waits for an analyst or finance to answer since \(since).")
            : Words(
                ru: "Ждёт ответа с \(since): \(heads); ответить могут и аналитик, и бухгалтерия.",
                en: "Waits since \(since) for \(heads); an analyst or finance may answer too.")
    }
    /// What it holds up.
    public static func blocksApproval(_ period: String) -> Words {
        Words(
            ru: "Пока нет ответа, \(period) не утвердят.", en: "\(period) is not approved before somebody answers.")
    }
    /// It holds up nothing.
    public static let blocksNothing = Words(
        ru: "Период уже утверждён: если возражение справедливо, разницу исправит следующий расчёт.",
        en: "The period is approved already: if the dispute is right, a later calculation corrects the difference.")
    /// What came of it.
    public static let outcome = Words(ru: "Что изменилось с тех пор", en: "What has changed since")
    /// Nothing did.
    public static let noOutcome = Words(
        ru: "Ни исправлений, ни корректировок с тех пор нет.", en: "Nothing was corrected or adjusted since.")
    /// A correction.
    public static func correction(_ title: String) -> Words {
        Words(ru: "Исправление: \(title)", en: "Correction: \(title)")
    }
    /// An adjustment.
    public static func adjustment(_ number: Int64, _ reason: String) -> Words {
        Words(ru: "Корректировка \(number): \(reason)", en: "Adjustment \(number): \(reason)")
    }
    /// The period in which it was paid.
    public static let inPeriod = Words(ru: "В периоде", en: "In period")
    /// The amount.
    public static let amount = Words(ru: "Сумма", en: "Amount")
    /// Who holds a period up.
    public static func blocked(_ number: Int64, _ person: String, _ heads: String, _ since: String, more: Int) -> Words
    {
        let ru = heads.isEmpty ? "ждёт ответа" : "ждёт ответа (\(heads))"
        let en = heads.isEmpty ? "waits for an answer" : "waits for \(heads)"
        return Words(
            ru: "Утверждение держит возражение \(number) (\(person)): \(ru) с \(since)."
                + (more > 0 ? " Ещё открытых возражений: \(more)." : ""),
            en: "Blocked: dispute \(number) of \(person) \(en) since \(since)."
                + (more > 0 ? " Open disputes besides: \(more)." : ""))
    }
}
