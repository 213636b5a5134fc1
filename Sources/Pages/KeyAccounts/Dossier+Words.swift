/// The words of the page of one key account.
public enum DossierWords {
    /// The figures.
    public static let figures = Words(ru: "Показатели", en: "Figures")
    /// Health.
    public static let health = Words(ru: "Здоровье", en: "Health")
    /// How much of it is known.
    public static func points(_ points: Int, _ known: String) -> Words {
        Words(ru: "\(points) из 100, известно \(known)", en: "\(points) of 100, \(known) known")
    }
    /// Nobody knows.
    public static let noHealth = Words(ru: "ещё не считается", en: "not counted yet")
    /// What takes most.
    public static func lost(_ parts: String) -> Words {
        Words(ru: "Больше всего отнимают: \(parts)", en: "Lost most by: \(parts)")
    }
    /// A veto.
    public static func veto(_ name: String) -> Words {
        switch name {
        case "promise": Words(ru: "обещание просрочено на 90 дней", en: "a promise is 90 days overdue")
        case "sales": Words(ru: "продажи падают", en: "sales fall")
        case "payment": Words(ru: "оплата просрочена больше чем на 30 дней", en: "money is more than 30 days overdue")
        default: Words(ru: name, en: name)
        }
    }
    /// Sales.
    public static let sales = Words(ru: "Продажи за 91 день", en: "Sales of 91 days")
    /// Change.
    public static func change(_ revenue: String, _ orders: String) -> Words {
        Words(
            ru: "к остальным клиентам: выручка \(revenue), заказы \(orders)",
            en: "against other accounts: revenue \(revenue), orders \(orders)")
    }
    /// Money.
    public static let overdue = Words(ru: "Просрочена оплата", en: "Money overdue")
    /// Nothing.
    public static let nothingOverdue = Words(ru: "нет", en: "none")
    /// The next call.
    public static let call = Words(ru: "Звонок не позже", en: "Next call by")
    /// Influence.
    public static let influence = Words(ru: "Влияние на нашей стороне", en: "Influence on our side")
    /// The lever.
    public static func lever(_ name: String) -> Words { Words(ru: "рычаг: \(name)", en: "lever: \(name)") }
    /// Coverage.
    public static let coverage = Words(ru: "Охвачено влияния", en: "Power met")
    /// Functions and the one thread.
    public static func met(_ met: Int, _ all: Int, _ thread: String) -> Words {
        Words(
            ru: "служб \(met) из \(all); через одного человека \(thread) контактов",
            en: "functions \(met) of \(all); \(thread) of contacts through one person")
    }
    /// Promises.
    public static let kept = Words(ru: "Обещания за 90 дней", en: "Promises of 90 days")
    /// In figures.
    public static func keptFigures(_ kept: Int, _ due: Int, _ moved: Int) -> Words {
        Words(
            ru: "в срок \(kept) из \(due), перенесено \(moved)", en: "\(kept) of \(due) kept in time, \(moved) moved")
    }
    /// Wallet.
    public static func wallet(_ period: String) -> Words {
        Words(ru: "Наша доля у клиента, \(period)", en: "Share of wallet, \(period)")
    }
    /// Range.
    public static func range(_ low: String, _ high: String) -> Words {
        Words(ru: "от \(low) до \(high)", en: "between \(low) and \(high)")
    }
    /// The radar.
    public static let radar = Words(ru: "Что требует внимания", en: "What needs somebody")
    /// Nothing.
    public static let radarNone = Words(ru: "Сигналов нет.", en: "The radar is silent.")
    /// People.
    public static let people = Words(ru: "Кто решает", en: "Who decides")
    /// A column.
    public static let person = Words(ru: "Человек", en: "Person")
    /// A column.
    public static let powerRelation = Words(ru: "Влияние · отношение", en: "Power · relation")
    /// A column.
    public static let last = Words(ru: "Виделись", en: "Last seen")
    /// A column.
    public static let function = Words(ru: "Служба", en: "Function")
    /// A column.
    public static let role = Words(ru: "Роль в решении", en: "Part in decisions")
    /// A column.
    public static let reach = Words(ru: "Связь", en: "Reached by")
    /// Never.
    public static let never = Words(ru: "ещё нет", en: "never")
    /// The lever in a row.
    public static let isLever = Words(ru: "рычаг", en: "lever")
    /// Promises.
    public static let promises = Words(ru: "Открытые обещания", en: "Promises open")
    /// None.
    public static let promisesNone = Words(ru: "Открытых обещаний нет.", en: "No promise is open.")
    /// What became of others.
    public static let ended = Words(ru: "Обещания, которые закрыты", en: "Promises that are closed")
    /// Plan.
    public static func plan(_ id: String) -> Words { Words(ru: "План \(id)", en: "Plan \(id)") }
    /// None.
    public static let noPlan = Words(ru: "Плана по клиенту нет.", en: "There is no account plan.")
    /// Heading where there is none.
    public static let planHeading = Words(ru: "План", en: "Plan")
    /// The client's goals.
    public static func goals(_ text: String) -> Words {
        Words(ru: "Чего хочет клиент: \(text)", en: "What the client wants: \(text)")
    }
    /// A goal with its share.
    public static func goal(_ title: String, _ weight: String, _ reached: String) -> Words {
        Words(
            ru: "\(title): вес \(weight), достигнуто \(reached)", en: "\(title): weight \(weight), reached \(reached)")
    }
    /// The end of an action.
    public static func weight(_ weight: String) -> Words { Words(ru: "вес \(weight)", en: "weight \(weight)") }
    /// No actions.
    public static let noActions = Words(ru: "Действий ещё нет.", en: "No actions yet.")
    /// Meetings.
    public static let meetings = Words(ru: "Встречи", en: "Meetings")
    /// None.
    public static let meetingsNone = Words(
        ru: "За 90 дней встреч не было, новых не назначено.", en: "No meeting in 90 days, and none ahead.")
    /// Ladder.
    public static let ladder = Words(ru: "Ступени отношений", en: "Ladder of the relationship")
    /// Held.
    public static let held = Words(ru: "Сейчас", en: "Now")
    /// Next.
    public static let next = Words(ru: "Следующая", en: "Next")
    /// The way.
    public static func way(_ share: String) -> Words { Words(ru: "пройдено \(share)", en: "\(share) of the way") }
    /// Highest.
    public static let highest = Words(ru: "выше ступени нет", en: "there is no higher one")
    /// Has.
    public static let valid = Words(ru: "Есть", en: "There")
    /// Lacks.
    public static let lacking = Words(ru: "Не хватает", en: "Lacking")
    /// Expiring.
    public static let expiring = Words(ru: "Истекает", en: "Ends")
    /// A document.
    public static func document(_ name: String) -> Words { Words(ru: "документ: \(name)", en: "document: \(name)") }
    /// A figure.
    public static func figure(_ name: String, _ bound: String) -> Words {
        Words(ru: "\(name) от \(bound)", en: "\(name) of \(bound) or more")
    }
    /// Rivals.
    public static let rivals = Words(ru: "Мы и конкурент в глазах клиента", en: "We and the rival in the client's eyes")
    /// The hardest.
    public static func hardest(_ rival: String, _ relative: String) -> Words {
        Words(
            ru: "Сильнейший — \(rival): мы к нему \(relative)", en: "The hardest is \(rival): we stand at \(relative)")
    }
    /// A column.
    public static let factor = Words(ru: "Фактор", en: "Factor")
    /// A column.
    public static let gap = Words(ru: "Разрыв в баллах", en: "Gap in points")
    /// Claims.
    public static let claims = Words(ru: "Открытые претензии", en: "Claims open")
    /// None.
    public static let claimsNone = Words(ru: "Открытых претензий нет.", en: "No claim is open.")
    /// No cause.
    public static let noCause = Words(ru: "причина не найдена", en: "no cause found yet")
    /// Cause.
    public static func cause(_ cause: String) -> Words { Words(ru: "причина: \(cause)", en: "cause: \(cause)") }
    /// Facts.
    public static let facts = Words(ru: "Что мы слышали", en: "What we have heard")
    /// None.
    public static let factsNone = Words(ru: "Записанных фактов нет.", en: "Nothing is written down.")
    /// Risks.
    public static let risks = Words(ru: "Риски", en: "Risks")
    /// Kinds of risks.
    public static func risk(_ name: String) -> Words {
        switch name {
        case "second_supplier": Words(ru: "второй поставщик", en: "second supplier")
        case "law": Words(ru: "закон", en: "law")
        case "rival": Words(ru: "конкурент", en: "rival")
        case "person": Words(ru: "человек", en: "person")
        case "credit": Words(ru: "кредит", en: "credit")
        case "quality": Words(ru: "качество", en: "quality")
        case "other": Words(ru: "другое", en: "other")
        default: Words(ru: name, en: name)
        }
    }
    /// No owner.
    public static let noOwner = Words(ru: "нет ответственного", en: "no owner")
    /// The log.
    public static let log = Words(ru: "Последние контакты", en: "Last contacts")
    /// A column.
    public static let when = Words(ru: "Когда", en: "When")
    /// A column.
    public static let what = Words(ru: "Что", en: "What")
    /// A column.
    public static let whom = Words(ru: "С кем", en: "With whom")
    /// A column.
    public static let who = Words(ru: "Кто", en: "Who")
    /// The team.
    public static let team = Words(ru: "Кто ведёт", en: "Who looks after it")
    /// What can be begun.
    public static let begin = Words(ru: "Записать", en: "Write down")

    /// A part of the health; anything else keeps its name.
    public static func part(_ name: String) -> Words {
        switch name {
        case "sales": Words(ru: "продажи", en: "sales")
        case "payment": Words(ru: "оплата", en: "payment")
        case "promises": Words(ru: "обещания", en: "promises")
        case "claims": Words(ru: "претензии", en: "claims")
        case "influence": Words(ru: "влияние", en: "influence")
        case "satisfaction": Words(ru: "удовлетворённость", en: "satisfaction")
        case "contact": Words(ru: "контакт", en: "contact")
        default: Words(ru: name, en: name)
        }
    }

    /// A factor; one that a company names otherwise keeps its name.
    public static func factor(_ name: String) -> Words {
        switch name {
        case "delivery": Words(ru: "доставка", en: "delivery")
        case "quality": Words(ru: "качество", en: "quality")
        case "price": Words(ru: "цена", en: "price")
        case "range": Words(ru: "ассортимент", en: "range")
        case "service": Words(ru: "сервис", en: "service")
        default: Words(ru: name, en: name)
        }
    }

    /// What a piece of evidence is called; one that a company names otherwise keeps its name.
    public static func evidence(_ name: String) -> Words {
        switch name {
        case "contract": Words(ru: "договор", en: "contract")
        case "joint_plan": Words(ru: "совместный план", en: "joint plan")
        case "reference": Words(ru: "рекомендация", en: "reference")
        case "asked_first": Words(ru: "спрашивают нас первыми", en: "we are asked first")
        default: Words(ru: name, en: name)
        }
    }

    /// A figure that evidence rests on.
    public static func measure(_ name: String) -> Words {
        switch name {
        case "share_of_wallet": Words(ru: "доля у клиента", en: "share of wallet")
        case "csat": Words(ru: "довольных ответов", en: "good answers")
        case "functions_met": Words(ru: "охвачено служб", en: "functions met")
        case "relative_factors":
            Words(ru: "сила к конкуренту в их глазах", en: "strength against the rival in their eyes")
        case "paid_in_time": Words(ru: "оплачено в срок", en: "paid in time")
        case "orders": Words(ru: "заказов", en: "orders")
        case "influence": Words(ru: "влияние", en: "influence")
        case "covered": Words(ru: "охвачено влияния", en: "power met")
        default: Words(ru: name, en: name)
        }
    }
}
