#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

class QWidget;

namespace lanyard {

/// Tells a screen reader what others have changed: of one place what is there now; of several that come together once
/// for all of them.
class NewsElsewhere : public QObject
{
    Q_OBJECT

public:
    /// The sentence about @p count places, of which the first ones are listed in @p places.
    using Sentence = std::function<QString(int count, const QString &places)>;

    /// It is announced at @p about, which owns this.
    NewsElsewhere(QWidget *about, Sentence sentence);

    void add(const QString &place, const QString &notice);

private:
    void tell();

    QWidget *m_about;
    Sentence m_sentence;
    QStringList m_places;
    QString m_notice; // about the last one
};

} // namespace lanyard
