#include "tests/ui/controlnames.h"

#include "tests/ui/appfixture.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

// Parts of a larger control (the line of an editable combo box, the button that clears a line) are found through it.
bool isPartOfAnother(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return qobject_cast<const QComboBox *>(parent) || qobject_cast<const QLineEdit *>(parent) ||
           qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QTabBar *>(parent) ||
           qobject_cast<const QHeaderView *>(widget) || widget->objectName().startsWith("qt_"_L1);
}

bool isControl(const QWidget *widget)
{
    const bool interactive = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
                             qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QComboBox *>(widget) ||
                             qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QTabBar *>(widget) ||
                             qobject_cast<const QAbstractSpinBox *>(widget);
    return interactive && widget->isVisible() && !isPartOfAnother(widget);
}

QString withoutMnemonic(QString text)
{
    return text.remove(u'&');
}

// What is written on a control, or on the label that belongs to it; empty when nothing is. What a button adds in
// brackets
// ("Hide (18 s)") is no part of it, as WCAG 2.5.3 is understood.
QString writtenLabel(const QWidget *widget, const QWidget *root)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return withoutMnemonic(button->text()).section(u" ("_s, 0, 0);
    const auto labels = root->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        const QWidget *buddy = label->buddy();
        if (buddy && (buddy == widget || buddy->focusProxy() == widget))
            return withoutMnemonic(label->text());
    }
    return {};
}

QList<QWidget *> controlsIn(QWidget *root)
{
    QList<QWidget *> controls;
    const auto all = root->findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (isControl(widget) && widget->window() == root->window())
            controls << widget;
    }
    return controls;
}

// Where a written label would only repeat the title of the page, or what the tabs say.
bool needsLabel(const QWidget *widget)
{
    return !qobject_cast<const QAbstractItemView *>(widget) && !qobject_cast<const QTabBar *>(widget) &&
           !qobject_cast<const QAbstractButton *>(widget);
}

} // namespace

QStringList nameProblems(QWidget *root)
{
    QStringList names;
    QStringList problems;
    const QList<QWidget *> controls = controlsIn(root);
    if (controls.isEmpty())
        problems << u"no control at all"_s;
    for (const QWidget *widget : controls) {
        const QString name = AppFixture::nameOf(widget);
        const QString which = u"%1 “%2”"_s.arg(QLatin1StringView(widget->metaObject()->className()), name);
        if (name.isEmpty())
            problems << which + " has no name"_L1;
        if (names.contains(name))
            problems << which + " is there twice"_L1;
        names << name;
        const QString label = writtenLabel(widget, root);
        const bool saidByTitle = name == widget->window()->windowTitle();
        if (label.isEmpty() ? needsLabel(widget) && !saidByTitle : label != name)
            problems << u"%1 is labelled “%2”"_s.arg(which, label);
    }
    return problems;
}

} // namespace lanyard::testing
