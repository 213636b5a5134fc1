import HTML
import Testing

/// Forms: a refusal stands above the form and at the field, in the same words, and what was entered stays.
struct FormTests {
    private let errors = [FieldError(field: "amount", "Enter an amount, such as 57 400.00")]

    @Test("a field names its hint and its error, and keeps what was entered")
    func field() {
        let field = FormField(
            name: "amount", label: "I expected", hint: "In roubles", errors: errors,
            control: .line(value: "\"abc", mode: .decimal), in: .en)
        #expect(
            field.html == """
                <div class="field field-refused"><label for="field-amount" class="field-label">I expected</label>\
                <p id="hint-amount" class="hint">In roubles</p><p id="error-amount" class="field-error">\
                <span class="unseen">Error: </span>Enter an amount, such as 57 400.00</p>\
                <input type="text" inputmode="decimal" autocomplete="off" value="&quot;abc" id="field-amount" name="amount" \
                class="control" aria-describedby="hint-amount error-amount" aria-invalid="true"></div>
                """)
    }

    @Test("the summary leads to the fields, in the same words, and is not there without errors")
    func summary() {
        let html = ErrorSummary(errors, in: .ru).html
        #expect(html.contains("role=\"alert\" tabindex=\"-1\" aria-labelledby=\"heading-errors\""))
        #expect(html.contains("<h2 id=\"heading-errors\">Нужно исправить</h2>"))
        #expect(html.contains("<a href=\"#field-amount\">Enter an amount, such as 57 400.00</a>"))
        #expect(ErrorSummary([], in: .ru).html.isEmpty)
    }

    @Test("a password is not sent back")
    func password() {
        let field = FormField(
            name: "p", label: "Password",
            control: .line(value: "secret", type: .password, autocomplete: .currentPassword), in: .en)
        #expect(!field.html.contains("secret"))
        #expect(field.html.contains("type=\"password\" inputmode=\"text\" autocomplete=\"current-password\""))
    }

    @Test("the first answer of a question is where its error leads")
    func choices() {
        let field = ChoiceField(
            name: "kind", question: "What differs?", errors: [FieldError(field: "kind", "Choose one")],
            choices: [Choice("total", "The sum"), Choice("line", "A line")], chosen: ["line"], in: .en)
        let html = field.html
        #expect(html.contains("<fieldset class=\"field field-refused\" aria-describedby=\"error-kind\">"))
        #expect(html.contains("<input type=\"radio\" id=\"field-kind\" name=\"kind\" value=\"total\">"))
        #expect(html.contains("<input type=\"radio\" id=\"field-kind_2Fline\" name=\"kind\" value=\"line\" checked>"))
    }

    @Test("a form is checked by the server alone, and its address is typed")
    func form() {
        let html = HTML.form(.post, action: .root) { ActionButton("Approve 197 688.30 RUB for 3 people") }.html
        #expect(
            html == """
                <form method="post" action="/" novalidate><button type="submit" class="button">\
                Approve 197 688.30 RUB for 3 people</button></form>
                """)
    }
}
