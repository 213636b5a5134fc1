import Periods

/// Account plans, consents and learning.
extension AlfaAccountTables {
    /// Three plans: one on the way, one asleep (R22), one with an action whose day is over (R23).
    static var plans: [SampleFile] {
        var plans = TableBytes(
            columns: "id", "from", "client", "until", "client_goals", "value", "state", "reviewed_by", "approved_by",
            "approved_on")
        plans.row(
            "D034-26", "2026-01-12", AlfaPlanted.emerald, "2027-01-01", "Открыть склад в Твери и сократить списания",
            "Один день отгрузки", "active", "belov", "orlova", "2026-01-26")
        plans.row(
            "D032-26", "2026-01-12", AlfaPlanted.asleep, "2027-01-01", "Расширить полку здорового питания", "",
            "active",
            "belov", "orlova", "2026-01-26")
        plans.row(
            "D094-26", "2026-01-12", AlfaPlanted.lateAction, "2027-01-01", "Единый прайс для всех магазинов", "",
            "active",
            "tikhonov", "orlova", "2026-01-26")
        var goals = TableBytes(columns: "id", "from", "plan", "title", "weight")
        goals.row("D034-26/g1", "2026-01-12", "D034-26", "Ввод бытовой химии", "60%")
        goals.row("D034-26/g2", "2026-01-12", "D034-26", "График поставок через Тверь", "40%")
        goals.row("D032-26/g1", "2026-01-12", "D032-26", "Полка здорового питания", "100%")
        goals.row("D094-26/g1", "2026-01-12", "D094-26", "Единый прайс", "100%")
        return [plans.file("account_plan.csv"), goals.file("plan_goal.csv"), actions, looks]
    }

    private static var actions: SampleFile {
        var table = TableBytes(
            columns: "id", "made_on", "due_on", "goal", "client", "owner", "weight", "kind", "text", "state", "done_on",
            "accepted_on", "accepted_by", "evidence")
        // In the form of the table, since each is a case of its own.
        table.row(
            "a0110", "2026-01-26", "2026-09-30", "D034-26/g1", "c034", "gromov", "60%", "proposal",
            "Пробная выкладка в двух залах",
            "accepted", "2026-09-10", "2026-09-14", "belov", "sale S3067")
        table.row(
            "a0111", "2026-01-26", "2026-12-15", "D034-26/g1", "c034", "sokolova", "40%", "action", "Матрица на весну",
            "open", "",
            "", "", "")
        table.row(
            "a0112", "2026-09-21", "2026-11-30", "D034-26/g2", "c034", "sokolova", "100%", "action",
            "Расчёт рейсов через Тверь",
            "open", "", "", "", "")
        table.row(
            "a0120", "2026-01-26", "2026-11-30", "D032-26/g1", "c032", "sokolova", "100%", "proposal",
            "Подбор ассортимента", "open",
            "", "", "", "")
        table.row(
            "a0130", "2026-01-26", "2026-06-30", "D094-26/g1", "c094", "voronin", "50%", "action", "Сверка артикулов",
            "accepted",
            "2026-06-22", "2026-06-25", "tikhonov", "реестр артикулов")
        table.row(
            "a0131", "2026-06-25", "2026-09-30", "D094-26/g1", "c094", "voronin", "50%", "communication",
            "Письмо всем магазинам",
            "open", "", "", "", "")
        return table.file("plan_action.csv")
    }

    private static var looks: SampleFile {
        var table = TableBytes(columns: "id", "day", "plan", "by")
        table.row("i001", "2026-04-13", "D034-26", "belov")
        table.row("i002", "2026-07-13", "D034-26", "belov")
        table.row("i003", "2026-10-12", "D034-26", "belov")
        table.row("i004", "2026-04-14", "D032-26", "belov")
        table.row("i005", "2026-04-15", "D094-26", "tikhonov")
        table.row("i006", "2026-07-15", "D094-26", "tikhonov")
        table.row("i007", "2026-10-05", "D094-26", "tikhonov")
        return table.file("plan_look.csv")
    }

    /// One consent ends within the month (R32), one was taken back and its facts are erased.
    static var consents: SampleFile {
        var table = TableBytes(columns: "id", "given_on", "contact", "purpose", "how", "proof", "until", "author")
        table.row(
            "l001", "2026-02-10", "k0271", "courtesy", "письменно", "согласие 10.02.2026", "2027-02-10", "sokolova")
        table.row("l002", "2026-03-17", "k0600", "channel", "письменно", "согласие 17.03.2026", "2027-03-17", "galeev")
        table.row(
            "l003", "2026-05-12", "k0880", "courtesy", "письменно", "согласие 12.05.2026", "2026-11-02", "lebedeva")
        return table.file("consent.csv")
    }

    /// Trained in August and not used since (R37).
    static var learning: [SampleFile] {
        var trainings = TableBytes(columns: "id", "day", "kind", "competencies", "hours")
        trainings.row("j01", "2026-03-25", "listening", "listening", "8")
        trainings.row("j02", "2026-08-26", "negotiation", "negotiation", "12")
        var places = TableBytes(
            columns: "id", "planned_on", "training", "person", "done_on", "practised_on", "seen_by", "state")
        places.row("d001", "2026-03-25", "j01", "sokolova", "2026-03-25", "2026-04-08", "belov", "practised")
        places.row("d002", "2026-03-25", "j01", "galeev", "2026-03-25", "2026-04-15", "khasanova", "practised")
        places.row("d003", "2026-08-26", "j02", "safina", "2026-08-26", "2026-09-16", "khasanova", "practised")
        places.row("d004", "2026-08-26", "j02", AlfaPlanted.learner, "2026-08-26", "", "", "done")
        return [trainings.file("training.csv"), places.file("training_place.csv")]
    }
}
