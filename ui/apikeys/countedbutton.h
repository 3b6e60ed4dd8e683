#pragma once

#include <QPushButton>
#include <QStyleOptionButton>

namespace lanyard {

/// A button that counts in what it shows, while its text, and so what assistive technology hears, stays the same.
class CountedButton : public QPushButton
{
public:
    using QPushButton::QPushButton;

    /// Empty: the text itself is shown.
    void setShown(const QString &shown)
    {
        if (m_shown == shown)
            return;
        m_shown = shown;
        update();
    }
    [[nodiscard]] QString shown() const { return m_shown.isEmpty() ? text() : m_shown; }

protected:
    void initStyleOption(QStyleOptionButton *option) const override
    {
        QPushButton::initStyleOption(option);
        option->text = shown();
    }

private:
    QString m_shown;
};

} // namespace lanyard
