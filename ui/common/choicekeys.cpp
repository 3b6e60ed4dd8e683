#include "ui/common/choicekeys.h"

#include <QKeyEvent>
#include <QRadioButton>

namespace lanyard {

ChoiceKeys::ChoiceKeys(const QString &name, const QList<QRadioButton *> &choices)
    : QObject(choices.constFirst()), m_choices(choices)
{
    for (qsizetype i = 0; i < choices.size(); ++i) {
        //: What is chosen, as Appearance, and which of how many choices this is.
        choices.at(i)->setAccessibleDescription(tr("%1, %2 of %3").arg(name).arg(i + 1).arg(choices.size()));
        choices.at(i)->installEventFilter(this);
    }
}

// Qt goes by where they stand: in a row, nothing is above or below.
bool ChoiceKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Up && key != Qt::Key_Down)
        return false;
    const qsizetype next = m_choices.indexOf(watched) + (key == Qt::Key_Down ? 1 : -1);
    if (next >= 0 && next < m_choices.size()) {
        m_choices.at(next)->setFocus();
        m_choices.at(next)->click();
    }
    return true;
}

} // namespace lanyard

#include "moc_choicekeys.cpp"
