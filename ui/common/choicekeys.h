#pragma once

#include <QList>
#include <QObject>

class QRadioButton;

namespace lanyard {

/// Makes one choice of radio buttons that may stand beside each other: Up and Down choose the one before and after it,
/// as Left and Right do, and each says to a screen reader what is chosen and how many there are.
class ChoiceKeys : public QObject
{
    Q_OBJECT

public:
    /// They own this, and have the same parent. @p name: what is chosen.
    ChoiceKeys(const QString &name, const QList<QRadioButton *> &choices);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<QRadioButton *> m_choices;
};

} // namespace lanyard
