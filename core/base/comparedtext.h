#pragma once

#include <QString>

namespace lanyard {

/// A text in the form in which secrets are looked for in it: one case, usual letters for full-width ones, and without
/// spaces, line breaks and characters that cannot be seen. Of what is found in the form it says where it stands in the
/// text.
class ComparedText
{
public:
    enum class Escapes {
        Literal,
        Decoded,     ///< those of addresses (%2D), of HTML (&#45;, &amp;) and of JSON (\u002D) are what they stand for
        DecodedForm, ///< and a plus is a space, as in what a form sends
    };
    struct Range
    {
        qsizetype at = 0;
        qsizetype length = 0;
    };

    /// @p text must outlive it.
    explicit ComparedText(QStringView text, Escapes escapes = Escapes::Literal);

    [[nodiscard]] QStringView form() const { return m_form; }
    [[nodiscard]] QStringView text() const { return m_text; }
    [[nodiscard]] Escapes escapes() const { return m_escapes; }
    /// Where @p length characters of the form from @p at on, at least one, stand in the text. Quick if what it is asked
    /// for comes later each time.
    [[nodiscard]] Range inText(qsizetype at, qsizetype length);
    /// It will not be asked for anything in front of @p at in the form any more.
    void moveOn(qsizetype at);

    /// Whether @p text may have something in it that Escapes::Decoded reads otherwise.
    [[nodiscard]] static bool hasEscapes(QStringView text);

private:
    struct Step
    {
        char16_t units[2] = {}; // of the form
        int count = 0;
        qsizetype length = 1; // in the text
    };
    [[nodiscard]] bool beginsEscape(char16_t c) const;
    [[nodiscard]] Step stepAt(qsizetype at) const;
    void walkTo(qsizetype form);

    QStringView m_text;
    Escapes m_escapes;
    QString m_form;
    qsizetype m_walkedText = 0; // so far inText() has gone
    qsizetype m_walkedForm = 0;
    qsizetype m_firstText = 0; // from here on it is asked
    qsizetype m_firstForm = 0;
};

} // namespace lanyard
