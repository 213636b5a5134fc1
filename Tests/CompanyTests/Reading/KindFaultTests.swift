import Formulas
import Messages
import Testing

@Suite("Kinds of events and their credit say what they mean")
struct KindFaultTests {
    @Test("an event that happens on no day")
    func noDay() {
        let files = [
            "kinds.yaml": """
            events:
              call: {fields: {caller: person, length: minutes}}
            """
        ]
        #expect(
            said(files) == """
                kinds.yaml:2:3: error: 'call' has no field of type 'day', so it belongs to no period
                    2 |   call: {fields: {caller: person, length: minutes}}
                      |   ^~~~
                   help: add 'date: day'
                """)
        #expect(
            said(files, .ru) == """
                kinds.yaml:2:3: ошибка: у «call» нет поля типа «day», поэтому он не попадёт ни в один период
                    2 |   call: {fields: {caller: person, length: minutes}}
                      |   ^~~~
                   совет: добавьте «date: day»
                """)
    }

    @Test("a field of an unknown type")
    func unknownType() {
        let files = [
            "kinds.yaml": """
            events:
              call: {fields: {date: day, length: minuts, who: persona, fee: rubles}}
            """
        ]
        #expect(
            said(files) == """
                kinds.yaml:2:38: error: there is no type 'minuts'
                    2 |   call: {fields: {date: day, length: minuts, who: persona, fee: rubles}}
                      |                                      ^~~~~~
                   help: did you mean 'minutes'?
                kinds.yaml:2:51: error: there is no type 'persona'
                    2 |   call: {fields: {date: day, length: minuts, who: persona, fee: rubles}}
                      |                                                   ^~~~~~~
                   help: did you mean 'person'?
                kinds.yaml:2:65: error: there is no type 'rubles'
                    2 |   call: {fields: {date: day, length: minuts, who: persona, fee: rubles}}
                      |                                                                 ^~~~~~
                   help: declare it under 'records', or use one of day, moment, money, number, percent, pieces, days, minutes, text, personal, flag
                """)
        #expect(
            said(files, .ru) == """
                kinds.yaml:2:38: ошибка: типа «minuts» нет
                    2 |   call: {fields: {date: day, length: minuts, who: persona, fee: rubles}}
                      |                                      ^~~~~~
                   совет: может быть, «minutes»?
                kinds.yaml:2:51: ошибка: типа «persona» нет
                    2 |   call: {fields: {date: day, length: minuts, who: persona, fee: rubles}}
                      |                                                   ^~~~~~~
                   совет: может быть, «person»?
                kinds.yaml:2:65: ошибка: типа «rubles» нет
                    2 |   call: {fields: {date: day, length: minuts, who: persona, fee: rubles}}
                      |                                                                 ^~~~~~
                   совет: опишите его в «records» или выберите из day, moment, money, number, percent, pieces, days, minutes, text, personal, flag
                """)
    }

    @Test("a date that is no field of that event")
    func badDate() {
        let files = [
            "kinds.yaml": """
            events:
              call: {fields: {date: day, length: minutes}, date: length}
            """
        ]
        #expect(
            said(files) == """
                kinds.yaml:2:54: error: there is no day field 'length'
                    2 |   call: {fields: {date: day, length: minutes}, date: length}
                      |                                                      ^~~~~~
                   help: there is date
                """)
    }

    @Test("credits that do not say whose an event is")
    func creditSyntax() {
        let files = [
            "kinds.yaml": """
            splits:
              shares: {of: sale}
            events:
              call: {fields: {date: day, caller: person, length: minutes}, credit: caller}
              visit: {fields: {date: day, caller: person, length: minutes}, credit: visit.length}
              mail: {fields: {date: day, caller: person}, credit: split("shares")}
              post: {fields: {date: day, caller: person}, credit: team(post.caller, kam)}
              meeting: {fields: {date: day, caller: person}, credit: sale.seller}
              demo: {fields: {date: day, caller: person}, credit: split(shares)}
              fax: {fields: {date: day, caller: person}, credit: mine or yours}
            """
        ]
        #expect(
            said(files) == """
                kinds.yaml:4:72: error: there is no name 'caller' here
                    4 |   call: {fields: {date: day, caller: person, length: minutes}, credit: caller}
                      |                                                                        ^~~~~~
                   help: check its spelling, or define it
                kinds.yaml:5:73: error: expected a field that holds a record, found a number in minutes
                    5 |   visit: {fields: {date: day, caller: person, length: minutes}, credit: visit.length}
                      |                                                                         ^~~~~~~~~~~~
                kinds.yaml:6:55: error: this does not say whose an event is
                    6 |   mail: {fields: {date: day, caller: person}, credit: split("shares")}
                      |                                                       ^~~~~~~~~~~~~~~
                   help: write event.person, split(table), team(event.client, "role") or none
                kinds.yaml:7:71: error: expected ')', found the end of the formula
                    7 |   post: {fields: {date: day, caller: person}, credit: team(post.caller, kam)}
                      |                                                                       ^
                   help: the parenthesis at character 5 is not closed
                kinds.yaml:7:73: error: 'kam)' is not known here
                    7 |   post: {fields: {date: day, caller: person}, credit: team(post.caller, kam)}
                      |                                                                         ^~~~
                   help: inside { } a text that has a comma needs quotation marks around it
                kinds.yaml:8:58: error: this says whose a 'sale' is, but it stands at 'meeting'
                    8 |   meeting: {fields: {date: day, caller: person}, credit: sale.seller}
                      |                                                          ^~~~~~~~~~~
                   help: name a field of 'meeting', or a split of it
                kinds.yaml:9:55: error: this says whose a 'sale' is, but it stands at 'demo'
                    9 |   demo: {fields: {date: day, caller: person}, credit: split(shares)}
                      |                                                       ^~~~~~~~~~~~~
                   help: name a field of 'demo', or a split of it
                kinds.yaml:10:54: error: this does not say whose an event is
                   10 |   fax: {fields: {date: day, caller: person}, credit: mine or yours}
                      |                                                      ^~~~~~~~~~~~~
                   help: write event.person, split(table), team(event.client, "role") or none
                """)
        #expect(
            said(files, .ru) == """
                kinds.yaml:4:72: ошибка: имени «caller» здесь нет
                    4 |   call: {fields: {date: day, caller: person, length: minutes}, credit: caller}
                      |                                                                        ^~~~~~
                   совет: проверьте написание или опишите его
                kinds.yaml:5:73: ошибка: ожидается поле с записью, а здесь число (минуты)
                    5 |   visit: {fields: {date: day, caller: person, length: minutes}, credit: visit.length}
                      |                                                                         ^~~~~~~~~~~~
                kinds.yaml:6:55: ошибка: это не говорит, чьё событие
                    6 |   mail: {fields: {date: day, caller: person}, credit: split("shares")}
                      |                                                       ^~~~~~~~~~~~~~~
                   совет: пишите событие.сотрудник, split(таблица), team(событие.клиент, "роль") или none
                kinds.yaml:7:71: ошибка: ожидается «)», а стоит конец формулы
                    7 |   post: {fields: {date: day, caller: person}, credit: team(post.caller, kam)}
                      |                                                                       ^
                   совет: не закрыта скобка у знака 5
                kinds.yaml:7:73: ошибка: «kam)» здесь не бывает
                    7 |   post: {fields: {date: day, caller: person}, credit: team(post.caller, kam)}
                      |                                                                         ^~~~
                   совет: внутри { } текст с запятой надо взять в кавычки
                kinds.yaml:8:58: ошибка: это говорит, чьё событие «sale», а стоит у «meeting»
                    8 |   meeting: {fields: {date: day, caller: person}, credit: sale.seller}
                      |                                                          ^~~~~~~~~~~
                   совет: назовите поле события «meeting» или его доли
                kinds.yaml:9:55: ошибка: это говорит, чьё событие «sale», а стоит у «demo»
                    9 |   demo: {fields: {date: day, caller: person}, credit: split(shares)}
                      |                                                       ^~~~~~~~~~~~~
                   совет: назовите поле события «demo» или его доли
                kinds.yaml:10:54: ошибка: это не говорит, чьё событие
                   10 |   fax: {fields: {date: day, caller: person}, credit: mine or yours}
                      |                                                      ^~~~~~~~~~~~~
                   совет: пишите событие.сотрудник, split(таблица), team(событие.клиент, "роль") или none
                """)
    }

    @Test("a split of an unknown event")
    func splitOf() {
        let files = [
            "kinds.yaml": """
            splits:
              shares: {of: saless}
              others: {}
            """
        ]
        #expect(
            said(files) == """
                kinds.yaml:2:16: error: there is no name 'saless' here
                    2 |   shares: {of: saless}
                      |                ^~~~~~
                   help: did you mean 'sale'?
                kinds.yaml:3:11: error: 'of' is missing here
                    3 |   others: {}
                      |           ^
                   help: add 'of: …'
                """)
    }
}
