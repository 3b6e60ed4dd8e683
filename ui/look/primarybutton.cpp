#include "ui/look/primarybutton.h"

#include "ui/look/contrast.h"
#include "ui/look/outlinedstyle.h"

#include <QApplication>
#include <QEvent>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// Many a style paints a button lighter and paler than its colour at its upper edge: text has to be readable there, too.
QColor asPainted(const QColor &colour)
{
    if (qobject_cast<const OutlinedStyle *>(QApplication::style()))
        return colour;
    const QColor lighter = colour.lighter(124);
    return QColor::fromHsvF(qMax(0.0F, lighter.hsvHueF()), lighter.hsvSaturationF() * 0.75F, lighter.valueF());
}

// @p accent, as dark as @p text needs it.
QColor readableUnder(const QColor &text, QColor accent)
{
    constexpr int steps = 30;
    for (int step = 0; step < steps && contrast(text, asPainted(accent)) < AimedContrast; ++step)
        accent = accent.darker(105);
    return accent;
}

constexpr auto accentName = "accent"_L1;

class Accent : public QObject
{
public:
    explicit Accent(QPushButton &button) : QObject(&button), m_button(button)
    {
        setObjectName(accentName);
        button.installEventFilter(this);
        colour();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::PaletteChange) // also when the application's has changed
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
            const QColor wanted = of.color(QPalette::Active, QPalette::Highlight);
            const QColor text = contrast(Qt::white, wanted) > MarkContrast ? Qt::white : Qt::black;
            const QColor accent = text == Qt::white ? readableUnder(text, wanted) : wanted;
            colours.setColor(group, QPalette::Button, accent);
            colours.setColor(group, QPalette::ButtonText, text);
        }
        const QPalette now = m_button.palette();
        for (const auto role : {QPalette::Button, QPalette::ButtonText}) {
            if (now.color(QPalette::Active, role) != colours.color(QPalette::Active, role))
                return m_button.setPalette(colours); // which changes it once more
        }
    }

    QPushButton &m_button;
};

} // namespace

void setPrimary(QPushButton &button, bool isPrimary)
{
    auto *accent = button.findChild<QObject *>(accentName, Qt::FindDirectChildrenOnly);
    if (isPrimary == (accent != nullptr))
        return;
    if (isPrimary) {
        new Accent(button);
        return;
    }
    delete accent;
    button.setPalette({});
}

void makePrimary(QPushButton &button)
{
    setPrimary(button, true);
}

} // namespace lanyard
