/// The words of the pages where data come in.
public enum DataWords {
    /// The section.
    public static let data = Words(ru: "Данные", en: "Data")
    /// What was imported and when.
    public static let sources = Words(ru: "Что загружено", en: "What has come in")
    /// Columns of it.
    public static let table = Words(ru: "Таблица", en: "Table")
    /// The system.
    public static let source = Words(ru: "Источник", en: "Source")
    /// The company's own files.
    public static let own = Words(ru: "файлы компании", en: "the company's files")
    /// Rows.
    public static let rows = Words(ru: "Строк", en: "Rows")
    /// The last import.
    public static let last = Words(ru: "Последняя загрузка (UTC)", en: "Last import (UTC)")
    /// Age.
    public static let age = Words(ru: "Возраст", en: "Age")
    /// By whom.
    public static let who = Words(ru: "Кто", en: "Who")
    /// Nothing.
    public static let nothing = Words(ru: "Данных ещё нет", en: "There are no data yet")
    /// What to do.
    public static let nothingText = Words(
        ru: "Загрузите таблицы: сначала людей и назначения, потом продажи и планы.",
        en: "Bring tables: people and assignments first, then sales and targets.")
    /// Files that wait.
    public static let unconfirmed = Words(
        ru: "Эти файлы посмотрели, но ещё не загрузили:", en: "These files were looked at and not taken in yet:")
    /// Days.
    public static let days = CountWords(ru: "день", "дня", "дней", en: "day", "days")
    /// Today.
    public static let today = Words(ru: "сегодня", en: "today")
    /// Older than a metric allows.
    public static func tooOld(_ days: String, _ metric: String) -> Words {
        Words(ru: "старше, чем можно для «\(metric)»: \(days)", en: "older than ‘\(metric)’ allows: \(days)")
    }

    // MARK: Files

    /// The list of files.
    public static let imports = Words(ru: "Загрузки", en: "Imports")
    /// Bringing one.
    public static let bring = Words(ru: "Загрузить файл", en: "Bring a file")
    /// What is taken.
    public static let bringText = Words(
        ru:
            "Таблица в том виде, как её выгрузила ваша система: текст (CSV) или книга XLSX, до 200\u{00A0}МБ. Пока вы не подтвердите, ничего не меняется.",
        en:
            "A table as your system exported it: text (CSV) or an XLSX workbook, at most 200\u{00A0}MB. Nothing changes before you confirm it."
    )
    /// The field.
    public static let file = Words(ru: "Файл", en: "File")
    /// The button.
    public static let look = Words(ru: "Посмотреть файл", en: "Look at the file")
    /// When brought.
    public static let brought = Words(ru: "Принесён (UTC)", en: "Brought (UTC)")
    /// Size.
    public static let size = Words(ru: "Размер", en: "Size")
    /// State.
    public static let state = Words(ru: "Состояние", en: "State")
    /// No files.
    public static let noFiles = Words(ru: "Загруженных файлов нет", en: "No files were brought")
    /// How long they stay.
    public static let keptText = Words(
        ru: "Файлы хранятся семь дней, потом удаляются; взятые из них строки остаются.",
        en: "Files are kept for seven days and then removed; the rows taken from them stay.")
    /// A file that is waiting.
    public static let waits = Words(ru: "не подтверждён", en: "not confirmed")
    /// A file that is in.
    public static let isIn = Words(ru: "загружен", en: "taken in")
    /// Removing it.
    public static let remove = Words(ru: "Удалить файл", en: "Remove the file")
    /// What follows.
    public static let removeText = Words(
        ru: "Строки, которые уже загружены, останутся.", en: "Rows that were taken in stay.")

    // MARK: Work

    /// What is being done.
    public static let phases: [Words] = [
        Words(ru: "Ждёт своей очереди", en: "Waiting for its turn"),
        Words(ru: "Файл читается", en: "Reading the file"),
        Words(ru: "Строки сравниваются с загруженными", en: "Comparing rows with those kept"),
        Words(ru: "Компания читается с новыми строками", en: "Reading the company with the new rows"),
        Words(ru: "Выплаты считаются до и после", en: "Calculating the pay before and after"),
        Words(ru: "Строки загружаются", en: "Taking the rows in"),
    ]
    /// How long.
    public static func since(_ time: String) -> Words {
        Words(
            ru: "Начато в \(time). Страница обновляется сама; её можно закрыть и открыть позже.",
            en: "Begun at \(time). This page reloads itself; it may be closed and opened later.")
    }
    /// Stopping.
    public static let stop = Words(ru: "Остановить", en: "Stop")
    /// Stopped.
    public static let again = Words(ru: "Начать снова", en: "Begin again")
    /// What was stopped.
    public static let stopped = Words(ru: "Остановлено, ничего не изменено.", en: "Stopped; nothing was changed.")

    // MARK: How a file is read

    /// The table of fields.
    public static let reading = Words(ru: "Как читается файл", en: "How the file is read")
    /// A field.
    public static let field = Words(ru: "Поле", en: "Field")
    /// A column.
    public static let column = Words(ru: "Столбец", en: "Column")
    /// Before.
    public static let stands = Words(ru: "В файле", en: "In the file")
    /// After.
    public static let isRead = Words(ru: "Читается", en: "Is read as")
    /// The first rows.
    public static let preview = Words(
        ru: "Первые строки, как они будут прочитаны", en: "The first rows as they will be read")
    /// A field without a column.
    public static let made = Words(ru: "составлено или везде одно", en: "made, or the same everywhere")
    /// Not read.
    public static let unread = Words(ru: "не читается", en: "not read")
    /// How many.
    public static func holds(_ rows: String, _ kind: String) -> Words {
        Words(ru: "\(rows), таблица «\(kind)».", en: "\(rows), table ‘\(kind)’.")
    }
    /// Counting.
    public static let rowCount = CountWords(ru: "строка", "строки", "строк", en: "row", "rows")
    /// Known by its header.
    public static func known(_ name: String, _ author: String) -> Words {
        author.isEmpty
            ? Words(
                ru: "Заголовок известен: читается так же, как «\(name)».",
                en: "The header is known: read in the same way as ‘\(name)’.")
            : Words(
                ru: "Заголовок известен: читается так же, как «\(name)» (ответы: \(author)).",
                en: "The header is known: read in the same way as ‘\(name)’ (answered by \(author)).")
    }
    /// An export.
    public static func export(_ system: String) -> Words {
        Words(ru: "Это выгрузка из \(system).", en: "This was exported from \(system).")
    }
    /// What to look at.
    public static let notes = Words(ru: "На что посмотреть", en: "What to look at")
    /// Open questions.
    public static let questions = Words(ru: "Чего файл не говорит", en: "What the file does not tell")
    /// Answering.
    public static let answer = Words(ru: "Ответить", en: "Answer")
    /// Own words.
    public static let ownAnswer = Words(ru: "Другой ответ", en: "Another answer")
    /// Not answered.
    public static let choose = Words(ru: "— выберите —", en: "— choose —")
    /// Nobody.
    public static let setAsideName = Words(
        ru: "никто из них: отложить строки с этим именем", en: "none of them: set the rows with this name aside")
    /// A column in question.
    public static func whichColumn(_ field: String) -> Words {
        Words(ru: "Какой столбец — «\(field)»?", en: "Which column is ‘\(field)’?")
    }
    /// What the table holds.
    public static let whichKind = Words(ru: "Что в таблице?", en: "What does the table hold?")
    /// Who it is.
    public static func whoIs(_ name: String) -> Words {
        Words(ru: "Кто это: «\(name)»?", en: "Who is ‘\(name)’?")
    }
    /// An answer that is none.
    public static let badAnswer = Words(ru: "Такого ответа нет", en: "That is no answer")
    /// What cannot be mended by answers.
    public static let faults = Words(ru: "Файл так не прочитать", en: "The file cannot be read like this")
    /// Changing it.
    public static let change = Words(ru: "Читать иначе", en: "Read it otherwise")
    /// No column.
    public static let noColumn = Words(ru: "нет столбца", en: "no column")
    /// The button.
    public static let readSo = Words(ru: "Читать так", en: "Read it so")
    /// What it holds.
    public static let kind = Words(ru: "Что в таблице", en: "What it holds")

    // MARK: Trying

    /// What would happen.
    public static let trial = Words(ru: "Что изменится", en: "What would change")
    /// The button.
    public static let tryIt = Words(ru: "Показать, что изменится", en: "Show what would change")
    /// What it does.
    public static let tryText = Words(
        ru: "Строки сравниваются с загруженными, выплаты считаются до и после. Ничего не записывается.",
        en: "Rows are compared with those kept, and the pay is calculated before and after. Nothing is written.")
    /// Everything there is.
    public static let complete = Words(
        ru: "В файле всё, что есть: чего в нём нет, отменить", en: "The file is all there is: cancel what is not in it")
    /// What that means.
    public static let completeHint = Words(
        ru:
            "Отменяются строки той же таблицы из того же источника. Пока хоть одна строка отложена, не отменяется ничего.",
        en: "Rows of the same table from the same source are cancelled. While a row is set aside, nothing is.")
    /// The system.
    public static let sourceHint = Words(
        ru: "Система, из которой строки, например «crm»; пусто — собственные таблицы компании.",
        en: "The system the rows come from, such as crm; empty for the company's own tables.")
    /// The table of counts.
    public static let counts = Words(ru: "Строки", en: "Rows")
    /// Columns.
    public static let accepted = Words(ru: "Новые", en: "New")
    /// Columns.
    public static let changed = Words(ru: "Изменённые", en: "Changed")
    /// Columns.
    public static let unchanged = Words(ru: "Без изменений", en: "Unchanged")
    /// Columns.
    public static let cancelled = Words(ru: "Отменённые", en: "Cancelled")
    /// Columns.
    public static let rejected = Words(ru: "Отложенные", en: "Set aside")
    /// What it moves.
    public static let pay = Words(ru: "Какие выплаты изменятся", en: "What pay it moves")
    /// Nobody's.
    public static let noPay = Words(ru: "Ничьи выплаты не изменятся.", en: "It moves nobody's pay.")
    /// Columns.
    public static let person = Words(ru: "Сотрудник", en: "Person")
    /// Columns.
    public static let now = Words(ru: "Сейчас", en: "Now")
    /// Columns.
    public static let then = Words(ru: "Будет", en: "Then")
    /// Columns.
    public static let difference = Words(ru: "Разница", en: "Difference")
    /// Everybody.
    public static let everybody = Words(ru: "Все", en: "Everybody")
    /// By award.
    public static let awards = Words(ru: "По начислениям", en: "By award")
    /// Columns.
    public static let period = Words(ru: "Период", en: "Period")
    /// Columns.
    public static let award = Words(ru: "Начисление", en: "Award")
    /// Not paid there.
    public static let notPaid = Words(ru: "план не платит", en: "no plan pays")
    /// Of posted periods.
    public static let posted = Words(
        ru: "Периоды, которые уже утверждены, не пересчитываются: разница войдёт исправлением в открытый.",
        en: "Approved periods stay as they are: the difference is paid as a correction in the open one.")
    /// More than is shown.
    public static func more(_ count: String) -> Words {
        Words(ru: "…и ещё \(count)", en: "…and \(count) more")
    }
    /// The sentence of a trial.
    public static func sentence(_ people: String, _ sum: String) -> Words {
        Words(ru: "Изменятся выплаты: \(people), всего \(sum).", en: "It moves the pay of \(people), \(sum) in all.")
    }
    /// People whose.
    public static let people = CountWords(ru: "человек", "человека", "человек", en: "person", "people")
    /// Confirming.
    public static let confirm = Words(ru: "Загрузить", en: "Take it in")
    /// The button.
    public static func confirmRows(_ rows: String) -> Words {
        Words(ru: "Загрузить: \(rows)", en: "Take in \(rows)")
    }
    /// What follows.
    public static let confirmText = Words(
        ru:
            "Запись останется в цепочке аудита с вашим именем. Строки не удаляются: следующая загрузка может их изменить или отменить.",
        en:
            "It is recorded in the audit chain under your name. Rows are never removed: a later import may change or cancel them."
    )
    /// Nothing to do.
    public static let nothingNew = Words(
        ru: "Всё, что в файле, уже загружено.", en: "Everything in the file has come in before.")
    /// Nothing cancelled.
    public static let notCancelled = Words(
        ru:
            "Ничего не отменено: недостающей может быть как раз отложенная строка, или недостающие нужны другим строкам.",
        en:
            "Nothing is cancelled: a row that was set aside may be the missing one, or other rows need the missing ones."
    )
    /// What would be cancelled.
    public static let cancels = Words(ru: "Что отменится", en: "What would be cancelled")
    /// Done.
    public static let done = Words(ru: "Загружено", en: "Taken in")
    /// Where it stands.
    public static func doneText(_ record: String) -> Words {
        Words(ru: "Готово. Запись аудита \(record).", en: "Done. Audit record \(record).")
    }
    /// Next.
    public static let nextFile = Words(ru: "Следующий файл", en: "The next file")

    // MARK: Rows

    /// Rows that were set aside.
    public static let rejects = Words(ru: "Отложенные строки", en: "Rows set aside")
    /// Columns.
    public static let row = Words(ru: "Строка", en: "Row")
    /// Columns.
    public static let cells = Words(ru: "Что в ней", en: "What stands there")
    /// Columns.
    public static let trouble = Words(ru: "Что не так", en: "What is wrong")
    /// Columns.
    public static let remedy = Words(ru: "Что сделать", en: "What to do")
    /// A row.
    public static func rowNumber(_ number: String) -> Words { Words(ru: "строка \(number)", en: "row \(number)") }
    /// Mending it.
    public static let mend = Words(ru: "Исправить строку", en: "Mend the row")
    /// What that does.
    public static let mendText = Words(
        ru:
            "Исправление войдёт вместе с файлом; сам файл остаётся как есть. В системе-источнике строку стоит исправить тоже.",
        en: "What you mend comes in with the file, which stays as it is. Mend the row in its own system too.")
    /// The button.
    public static let mended = Words(ru: "Исправить", en: "Mend")
    /// A column without a name.
    public static func columnNumber(_ number: Int) -> Words { Words(ru: "столбец \(number)", en: "column \(number)") }
}
