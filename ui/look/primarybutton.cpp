#include "ui/look/primarybutton.h"

#include "ui/look/contrast.h"

#include <QApplication>
#include <QEvent>
#include <QPushButton>

namespace lanyard {

namespace {

class Accent : public QObject
{
public:
    explicit Accent(QPushButton &button) : QObject(&button), m_button(button)
    {
        button.installEventFilter(this);
        colour();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ThemeChange)
            colour();
        return QObject::eventFilter(watched, event);
    }

private:
    // A disabled one looks as any other.
    void colour()
    {
        const QPalette of = QApplication::palette();
        QPalette colours;
        for (const auto group : {QPalette::Active, QPalette::Inactive}) {
            const QColor accent = of.color(QPalette::Active, QPalette::Highlight);
            colours.setColor(group, QPalette::Button, accent);
            colours.setColor(group, QPalette::ButtonText,
                             readable(of.color(QPalette::Active, QPalette::HighlightedText), accent));
        }
        m_button.setPalette(colours);
    }

    QPushButton &m_button;
};

} // namespace

void makePrimary(QPushButton &button)
{
    new Accent(button);
}

} // namespace lanyard
