#pragma once

#include <QLineEdit>

#include <functional>

class QHBoxLayout;

namespace lanyard {

/// The words that a list is filtered by.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(QWidget *parent = nullptr);

    /// A row with this, after its label.
    [[nodiscard]] QHBoxLayout *labelledRow();
    /// While @p hides says so of the words, there are dots instead of them. Nor are they told to accessibility, not
    /// even as they come (see correctToldEvents()).
    void hideIf(std::function<bool(const QString &)> hides);
    [[nodiscard]] bool hides(const QString &words) const { return m_hides && m_hides(words); }
    /// What hides() says may have changed.
    void refreshHidden() { setEchoMode(hides(text()) ? QLineEdit::Password : QLineEdit::Normal); }
    /// Takes the focus; what is typed next replaces the words.
    void beginAnew();
    /// Whether @p key means its list: Down, and Enter while nothing has been searched for.
    [[nodiscard]] bool leadsToList(const QKeyEvent &key) const;
    /// Down leads from it into @p list.
    void leadTo(QWidget *list);

private:
    std::function<bool(const QString &)> m_hides;
};

} // namespace lanyard
