#pragma once

#include "ui/look/tonedlabel.h"

class QLineEdit;

namespace lanyard {

class LateAnnouncement;

/// Below the field of a user name: what nobody sees in it, which is a part of the name. A space at an end is mentioned
/// once the field is left, as more may follow it.
class UserNameRemark : public TonedLabel
{
    Q_OBJECT

public:
    /// Stands in the same layout as @p field, and owns nothing of it.
    explicit UserNameRemark(QLineEdit &field);

    /// The field is shown, or what is hidden in it is another (see hideTypingIn()).
    void refresh();
    /// What the dialog says is wrong with the field; empty: nothing. The field's description begins with it, until the
    /// dialog takes it back.
    void setProblem(const QString &problem);

private:
    void show(bool isLeft);

    void describe();

    QLineEdit &m_field;
    QString m_problem;
    LateAnnouncement *m_late;
};

} // namespace lanyard
