#pragma once

#include <QWidget>

class QVBoxLayout;

namespace lanyard {

/// Sentences below each other, each with a bullet before it, under which no further line of it begins.
class BulletList : public QWidget
{
    Q_OBJECT

public:
    explicit BulletList(QWidget *parent = nullptr);

    /// Plain text. Without any, it is hidden.
    void setItems(const QStringList &items);

private:
    QVBoxLayout *m_rows;
};

} // namespace lanyard
